package dev.tradewind.simulator.world;

import dev.tradewind.simulator.world.Effects.Kind;
import java.util.function.Supplier;

/** Something that an instance asked for, on its way into the world: here is where most faults strike. */
final class Effect<T> implements Event {

  private static final long LATE = 30_000;

  private final World world;
  private final Instance instance;
  private final Kind kind;
  private final Object what;
  private final Supplier<T> action;
  private final Answer<T> answer;

  Effect(World world, Instance instance, Kind kind, Object what, Supplier<T> action, Answer<T> answer) {
    this.world = world;
    this.instance = instance;
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
      world.agenda().after(fate.between(Effects.SOON, LATE), this::happenUnheard);
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
      world.agenda().after(fate.between(Effects.SOON, LATE), () -> instance.hear(result, answer));
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
