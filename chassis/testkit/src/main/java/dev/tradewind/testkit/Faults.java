package dev.tradewind.testkit;

import dev.tradewind.core.Append;
import dev.tradewind.core.Check;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.Edge;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.History;
import dev.tradewind.core.Journal;
import dev.tradewind.core.Message;
import dev.tradewind.core.StreamId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One fault, at the n-th effect that passes through: an append, a commit put into the log, one message sent, a call to the outside.
 * Reads change nothing and are not counted.
 *
 * <p>A crash leaves the process dead: nothing passes until {@link #restart}. Messages of one dispatch are separate effects, so a
 * crash also falls between two of them.
 */
public final class Faults {

  /** What goes wrong. */
  public enum Kind {
    NONE,
    /** The process dies before the effect. */
    CRASH_BEFORE,
    /** The process dies after the effect, before it hears of it. */
    CRASH_AFTER,
    /** The effect happens and its answer is lost; the process lives on and hears of a failure. */
    ANSWER_LOST
  }

  /** What a caller sees of a fault. */
  public static final class Fault extends RuntimeException {
    private Fault(String message) {
      super(message);
    }
  }

  private final Kind kind;
  private final int at;
  private final List<String> effects = new ArrayList<>();
  private boolean dead;

  private Faults(Kind kind, int at) {
    this.kind = Check.notNull(kind, "kind");
    this.at = at;
    Check.that(at >= 1, "effects are counted from 1, but this is %d", at);
  }

  public static Faults none() {
    return new Faults(Kind.NONE, 1);
  }

  public static Faults of(Kind kind, int effect) {
    return new Faults(kind, effect);
  }

  /**
   * Runs the scenario once without a fault, to count its effects, and then with every kind of fault at every effect. The scenario
   * builds its own world each time and passes its ports through what it is given.
   *
   * @throws AssertionError saying which fault the scenario did not survive
   */
  public static void everywhere(Consumer<Faults> scenario) {
    var calm = none();
    scenario.accept(calm);
    Check.that(!calm.effects.isEmpty(), "the scenario has no effects: pass its ports through Faults");
    for (int n = 1; n <= calm.effects.size(); n++) {
      for (var kind : List.of(Kind.CRASH_BEFORE, Kind.CRASH_AFTER, Kind.ANSWER_LOST)) {
        var faults = of(kind, n);
        try {
          scenario.accept(faults);
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError("with %s at effect %d of %s: %s".formatted(kind, n, calm.effects, e.getMessage()), e);
        }
      }
    }
  }

  /** The effects so far, such as {@code append order/1/2}. */
  public List<String> effects() {
    return List.copyOf(effects);
  }

  /** Whether the process has crashed and was not started again. */
  public boolean isDead() {
    return dead;
  }

  public void restart() {
    dead = false;
  }

  /** The handler of a process that is started again, if it died, before a message is delivered to it. */
  public <M, R> Function<M, Uni<R>> restarting(Function<M, Uni<R>> handler) {
    return message -> {
      restart();
      return handler.apply(message);
    };
  }

  public <E> Journal<E> on(Journal<E> journal) {
    return new Journal<>() {
      @Override
      public Uni<History<E>> read(StreamId stream) {
        return alive().flatMap(yes -> journal.read(stream));
      }

      @Override
      public Uni<Append<E>> append(Commit<E> commit) {
        return effect("append " + commit.id(), () -> journal.append(commit));
      }
    };
  }

  public EventLog on(EventLog log) {
    return (service, commit) -> effect("log " + commit.id(), () -> log.put(service, commit));
  }

  public Dispatcher on(Dispatcher dispatcher) {
    return messages -> {
      Uni<Void> all = Uni.createFrom().voidItem();
      for (Message message : messages) {
        all = all.flatMap(before -> effect("send " + message.id(), () -> dispatcher.dispatch(List.of(message))));
      }
      return all;
    };
  }

  public <C> Edge<C> on(Edge<C> edge) {
    return (call, perhapsDone) -> effect("call " + call.getClass().getSimpleName(), () -> edge.perform(call, perhapsDone));
  }

  private Uni<Void> alive() {
    return Uni.createFrom().deferred(() -> dead ? Uni.createFrom().failure(new Fault("the process is dead")) : Uni.createFrom().voidItem());
  }

  private <T> Uni<T> effect(String name, Supplier<Uni<T>> effect) {
    return alive().flatMap(yes -> {
      effects.add(name);
      if (effects.size() != at || kind == Kind.NONE) {
        return effect.get();
      }
      dead = kind != Kind.ANSWER_LOST;
      return kind == Kind.CRASH_BEFORE ? struck(name) : effect.get().flatMap(done -> struck(name));
    });
  }

  private <T> Uni<T> struck(String name) {
    return Uni.createFrom().failure(new Fault("%s at %s".formatted(kind, name)));
  }
}
