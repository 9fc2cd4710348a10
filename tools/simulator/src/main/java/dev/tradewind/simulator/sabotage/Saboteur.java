package dev.tradewind.simulator.sabotage;

import dev.tradewind.simulator.world.Sabotage;
import java.util.function.Supplier;

/** Mistakes that people make in systems like this one, and the invariants of which at least one must show it. */
public enum Saboteur {
  ACKNOWLEDGE_BEFORE_DISPATCH(AcknowledgeBeforeDispatch::new, 7),
  LOG_NOT_AWAITED(LogNotAwaited::new, 5),
  LOG_NOT_REPEATED(LogNotRepeated::new, 5),
  LOGGED_BEFORE_THE_COMMIT(LoggedBeforeTheCommit::new, 5),
  NO_CONDITION_ON_THE_COMMIT(NoConditionOnTheCommit::new, 5),
  SKIPPED_VERSION(SkippedVersion::new, 5),
  NO_TOMBSTONE(NoTombstone::new, 4),
  FORGOTTEN_REFUND(ForgottenRefund::new, 2),
  NO_IDEMPOTENCY_KEY(NoIdempotencyKey::new, 2),
  NO_CONDITION_ON_THE_COUNTER(NoConditionOnTheCounter::new, 3),
  DEDUPED_BY_TRANSPORT_ID(DedupedByTransportId::new, 7),
  TOKENS_EXPIRE(TokensExpire::new, 6),
  DEAD_LETTERS_DROPPED(DeadLettersDropped::new, 7),
  DEADLINE_NOT_ARMED_FIRST(DeadlineNotArmedFirst::new, 1),
  REPEATED_KEY_ACCEPTED(RepeatedKeyAccepted::new, 8),
  NO_CONDITION_ON_THE_VIEW(NoConditionOnTheView::new, 9),
  FAILED_BATCH_COUNTS(FailedBatchCounts::new, 5);

  private final Supplier<Sabotage> mistake;
  private final int breaks;

  Saboteur(Supplier<Sabotage> mistake, int breaks) {
    this.mistake = mistake;
    this.breaks = breaks;
  }

  /** The mistake, with nothing remembered of an earlier world. */
  public Sabotage work() {
    return mistake.get();
  }

  /** The number of the invariant it must be found by. */
  public int breaks() {
    return breaks;
  }
}
