package dev.tradewind.core.saga;

import static dev.tradewind.core.saga.SagaTest.START;
import static dev.tradewind.core.saga.SagaTest.TRIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.core.saga.Progress.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * One deadline at a time, and never too late: while something is due, a deadline is on its way that comes no later. The walk goes
 * anywhere a decider can go; a deadline that finds nothing due waits on, as the handler lets it.
 */
class SagaDeadlinePropertiesTest {

  enum Move {
    ANSWER,
    TURN_ROUND,
    TURN_ROUND_WITHOUT_CURRENT,
    REFUSE_UNDO,
    ATTENTION,
    RESOLVE,
    HOLD_UP,
    LET_GO
  }

  record Step(Move move, int secondsLater) {}

  /** Deadlines on their way, by when they come. */
  private final TreeMap<Instant, Integer> onTheirWay = new TreeMap<>();

  private static final Duration HELD_UP_FOR = Duration.ofSeconds(600);

  private Progress progress;
  private Optional<Instant> heldUntil = Optional.empty();
  private int armed;

  @Property(tries = 1_000)
  void while_something_is_due_a_deadline_comes_no_later(@ForAll("walks") List<Step> walk) {
    onTheirWay.clear();
    progress = Progress.none();
    heldUntil = Optional.empty();
    armed = 0;
    to(TRIP.begun(START));
    var now = START;
    for (var step : walk) {
      now = now.plusSeconds(step.secondsLater());
      deliverUntil(now);
      to(moved(step.move(), now));
      assertThat(due()).as("after %s at %s", step, now)
          .satisfies(due -> due.ifPresent(at -> assertThat(onTheirWay.firstKey()).isBeforeOrEqualTo(at)));
    }
    deliverUntil(now.plusSeconds(3_600));
    assertThat(due()).as("in the end it is over, or a person decides").isEmpty();
  }

  @Property(tries = 300)
  void steps_that_answer_in_time_share_deadlines_instead_of_arming_one_each(@ForAll("quickWalks") List<Step> walk) {
    onTheirWay.clear();
    progress = Progress.none();
    heldUntil = Optional.empty();
    armed = 0;
    to(TRIP.begun(START));
    var now = START;
    for (var step : walk) {
      now = now.plusMillis(step.secondsLater());
      to(moved(step.move(), now));
    }

    assertThat(armed).isEqualTo(1);
  }

  @Provide
  Arbitrary<List<Step>> walks() {
    return Combinators.combine(Arbitraries.of(Move.class), Arbitraries.integers().between(0, 90)).as(Step::new).list().ofMaxSize(30);
  }

  @Provide
  Arbitrary<List<Step>> quickWalks() {
    return Combinators.combine(Arbitraries.just(Move.ANSWER), Arbitraries.integers().between(0, 500)).as(Step::new).list().ofMaxSize(3);
  }

  /** What the decider does: a new armed time in the progress is a deadline that the commit arms. */
  private void to(Progress next) {
    if (!next.armed().equals(progress.armed()) && !next.armed().equals(Instant.EPOCH)) {
      onTheirWay.merge(next.armed(), 1, Integer::sum);
      armed++;
    }
    progress = next;
  }

  private void deliverUntil(Instant then) {
    while (!onTheirWay.isEmpty() && !onTheirWay.firstKey().isAfter(then)) {
      var now = onTheirWay.firstKey();
      onTheirWay.merge(now, -1, (count, less) -> count + less == 0 ? null : count + less);
      var due = due();
      if (due.isPresent() && due.get().isAfter(now)) {
        onTheirWay.merge(due.get(), 1, Integer::sum);
      } else if (due.isPresent()) {
        to(timedOut(now));
      }
    }
  }

  private Optional<Instant> due() {
    return heldUntil.or(() -> TRIP.due(progress));
  }

  private Progress timedOut(Instant now) {
    if (heldUntil.isPresent()) {
      heldUntil = Optional.empty();
      return isForward() ? TRIP.compensating(progress, true, now) : progress;
    }
    if (TRIP.mayTryAgain(progress)) {
      return TRIP.retried(progress, progress.attempt() + 1, now);
    }
    return progress.phase() == Phase.FORWARD && TRIP.current(progress).orElseThrow().onTimeout() == OnTimeout.COMPENSATE
        ? TRIP.compensating(progress, true, now)
        : TRIP.needingAttention(progress);
  }

  private Progress moved(Move move, Instant now) {
    var current = TRIP.current(progress);
    boolean back = progress.phase() == Phase.COMPENSATING;
    return switch (move) {
      case ANSWER -> current.filter(step -> progress.isAsked()).map(step -> answered(step.name(), now)).orElse(progress);
      case TURN_ROUND -> back || progress.phase() == Phase.COMPENSATED ? progress : turned(true, now);
      case TURN_ROUND_WITHOUT_CURRENT -> back || progress.phase() == Phase.COMPENSATED ? progress : turned(false, now);
      case REFUSE_UNDO -> back ? TRIP.undoRefused(progress, now) : progress;
      case ATTENTION -> current.isPresent() && heldUntil.isEmpty() ? TRIP.needingAttention(progress) : progress;
      case RESOLVE -> progress.needsAttention() && heldUntil.isEmpty() ? TRIP.retried(progress, 1, now) : progress;
      case HOLD_UP -> (isForward() || progress.phase() == Phase.COMPLETED) && heldUntil.isEmpty() ? heldUp(now) : progress;
      case LET_GO -> heldUntil.isPresent() ? letGo(now) : progress;
    };
  }

  private Progress answered(String step, Instant now) {
    return progress.phase() == Phase.COMPENSATING ? TRIP.undone(progress, step, now)
        : heldUntil.isPresent() ? TRIP.completedHeldUp(progress, step, now)
        : TRIP.completed(progress, step, now);
  }

  private Progress turned(boolean currentToo, Instant now) {
    heldUntil = Optional.empty();
    return TRIP.compensating(progress, currentToo, now);
  }

  private Progress heldUp(Instant now) {
    heldUntil = Optional.of(now.plus(HELD_UP_FOR));
    return TRIP.heldUp(progress, heldUntil.get());
  }

  private Progress letGo(Instant now) {
    heldUntil = Optional.empty();
    return isForward() && !progress.needsAttention() ? TRIP.retried(progress, 1, now) : progress;
  }

  private boolean isForward() {
    return progress.phase() == Phase.FORWARD;
  }
}
