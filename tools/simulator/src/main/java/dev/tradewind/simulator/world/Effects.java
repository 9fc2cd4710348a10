package dev.tradewind.simulator.world;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.function.Supplier;

/**
 * What one instance does to the world outside it. Each effect happens some milliseconds later, when its instance may be dead or stand
 * still, and here is where most faults strike. Reads are no effects: what was read is as old as the effect that follows it is late.
 */
final class Effects {

  private static final long SOON = 20;
  private static final long LATE = 30_000;

  /** What is done. */
  enum Kind {
    WRITE,
    SEND,
    LOG,
    ACKNOWLEDGE,
    CALL_PROVIDER,
    CALL_CARRIER;

    boolean isCall() {
      return this == CALL_PROVIDER || this == CALL_CARRIER;
    }
  }

  private final World world;
  private final Instance instance;

  Effects(World world, Instance instance) {
    this.world = world;
    this.instance = instance;
  }

  /** @param what for the timeline */
  <T> Uni<T> perform(Kind kind, Object what, Supplier<T> action) {
    return Uni.createFrom().emitter(caller -> perform(kind, what, action, new Caller<T>(caller)));
  }

  <T> void perform(Kind kind, Object what, Supplier<T> action, Answer<T> answer) {
    world.agenda().after(world.fate().between(1, SOON), new Effect<>(kind, what, action, answer));
  }

  /** Completes after that time. */
  Uni<Void> rest(long millis) {
    return Uni.createFrom().emitter(caller -> world.agenda().after(millis, () -> deliver(null, new Caller<Void>(caller))));
  }

  private <T> void deliver(T answer, Answer<T> to) {
    if (instance.isAwake()) {
      to.came(answer);
    } else if (instance.isAlive()) {
      world.agenda().at(instance.pausedUntil(), () -> deliver(answer, to));
    }
  }

  private record Caller<T>(UniEmitter<? super T> waiting) implements Answer<T> {

    @Override
    public void came(T answer) {
      waiting.complete(answer);
    }

    @Override
    public void failed(Throwable failure) {
      waiting.fail(failure);
    }
  }

  private final class Effect<T> implements Event {

    private final Kind kind;
    private final Object what;
    private final Supplier<T> action;
    private final Answer<T> answer;

    Effect(Kind kind, Object what, Supplier<T> action, Answer<T> answer) {
      this.kind = kind;
      this.what = what;
      this.action = action;
      this.answer = answer;
    }

    @Override
    public void happen() {
      if (!instance.isAlive()) {
        return;
      }
      if (!instance.isAwake()) {
        world.agenda().at(instance.pausedUntil(), this);
        return;
      }
      var fate = world.fate();
      if (fate.strikes(Fault.CRASH_BEFORE)) {
        instance.crash();
      } else if (fate.strikes(Fault.ZOMBIE)) {
        instance.fallAsleep();
        world.agenda().at(instance.pausedUntil(), this);
      } else if (refused(fate)) {
        answer.failed(Failure.NOTHING_HAPPENED);
      } else if (kind != Kind.ACKNOWLEDGE && fate.strikes(Fault.LATE_EFFECT)) {
        tell("gives up on");
        world.agenda().after(fate.between(SOON, LATE), this::happenUnheard);
        answer.failed(Failure.NO_ANSWER);
      } else {
        act(fate);
      }
    }

    private boolean refused(Fate fate) {
      boolean refused = switch (kind) {
        case WRITE -> fate.strikes(Fault.WRITE_FAILED) || fate.strikes(Fault.THROTTLE);
        case SEND, LOG -> fate.strikes(Fault.DROP);
        case ACKNOWLEDGE -> false;
        case CALL_PROVIDER, CALL_CARRIER -> world.isAway(kind);
      };
      if (refused) {
        tell("cannot do");
      }
      return refused;
    }

    private void act(Fate fate) {
      T result;
      try {
        result = action.get();
      } catch (RuntimeException refusal) {
        tell("is refused");
        answer.failed(refusal);
        return;
      }
      tell(Words.did(result));
      if (fate.strikes(Fault.CRASH_AFTER)) {
        instance.crash();
      } else if (answerIsLost(fate)) {
        tell("hears no answer of");
        answer.failed(Failure.NO_ANSWER);
      } else if (fate.strikes(Fault.SLOW)) {
        world.agenda().after(fate.between(SOON, LATE), () -> deliver(result, answer));
      } else {
        answer.came(result);
      }
    }

    private boolean answerIsLost(Fate fate) {
      return switch (kind) {
        case WRITE -> fate.strikes(Fault.ANSWER_LOST);
        case SEND, LOG -> fate.strikes(Fault.SEND_ANSWER_LOST);
        case ACKNOWLEDGE -> false;
        case CALL_PROVIDER, CALL_CARRIER -> fate.strikes(Fault.PARTNER_TIMED_OUT);
      };
    }

    /** Nobody waits for it any more, and whoever asked may be dead. */
    private void happenUnheard() {
      try {
        action.get();
        tell("did, long after it gave up,");
      } catch (RuntimeException refusal) {
        tell("would have been refused");
      }
    }

    private void tell(String how) {
      if (world.isWatched()) {
        world.tell(instance.name(), how + " " + Words.of(what));
      }
    }
  }
}
