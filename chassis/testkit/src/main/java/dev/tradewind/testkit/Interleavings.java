package dev.tradewind.testkit;

import dev.tradewind.core.Append;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.Edge;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.History;
import dev.tradewind.core.Journal;
import dev.tradewind.core.StreamId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;

/**
 * Several handlers at once, in one thread: every read, append, call and send waits until it is chosen, and may be chosen to crash its
 * handler just before or just after. A handler that crashed gets its message again. Tries every order there is, the way explicit-state
 * model checkers do: what was reached before, by another order, is not explored again.
 */
public final class Interleavings {

  /**
   * What is tried.
   *
   * @param world everything that outlives a handler; equal worlds have equal strings
   * @param check what must hold when every message was acknowledged
   */
  public record Scenario(Supplier<String> world, Runnable check) {}

  /** A message being handled. What it saw so far decides what it does next. */
  private static final class Handling {
    private final String name;
    private final Supplier<Uni<Void>> handler;
    private final StringBuilder seen = new StringBuilder();

    Handling(String name, Supplier<Uni<Void>> handler) {
      this.name = name;
      this.handler = handler;
    }
  }

  private record Effect(Handling of, String name, Runnable proceed, Runnable crashBefore, Runnable crashAfter) {}

  private record Choice(String name, Runnable take) {}

  private static final class Crash extends RuntimeException {
    Crash() {
      super("crash", null, false, false);
    }
  }

  private final IntBinaryOperator chooser;
  private final BiPredicate<Integer, Supplier<String>> isNew;
  private final List<Integer> taken = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();
  private final List<String> trace = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private final List<Handling> messages = new ArrayList<>();
  private int crashesLeft;
  private Optional<Handling> current = Optional.empty();
  private Optional<AssertionError> broken = Optional.empty();

  private Interleavings(IntBinaryOperator chooser, BiPredicate<Integer, Supplier<String>> isNew, int crashes) {
    this.chooser = chooser;
    this.isNew = isNew;
    this.crashesLeft = crashes;
  }

  /**
   * Every order, with up to so many crashes.
   *
   * @param scenario builds a world and delivers its messages
   * @return how many different situations there were
   */
  public static int all(int crashes, Function<Interleavings, Scenario> scenario) {
    var reached = new HashSet<String>();
    Optional<List<Integer>> next = Optional.of(List.of());
    while (next.isPresent()) {
      var prefix = next.get();
      var run = new Interleavings(
          (depth, width) -> depth < prefix.size() ? prefix.get(depth) : 0,
          (depth, situation) -> depth < prefix.size() || reached.add(situation.get()),
          crashes);
      run.play(scenario);
      next = run.following();
    }
    return reached.size();
  }

  /** So many orders by chance, where there are too many to try all. The same seed gives the same orders. */
  public static void some(long seed, int orders, int crashes, Function<Interleavings, Scenario> scenario) {
    var chance = new Random(seed);
    for (int i = 0; i < orders; i++) {
      new Interleavings((depth, width) -> chance.nextInt(width), (depth, situation) -> true, crashes).play(scenario);
    }
  }

  /** Hands the message to its handler, at once with the others, and again after each crash until it is acknowledged. */
  public void deliver(String name, Supplier<Uni<Void>> handler) {
    messages.add(new Handling(name, handler));
  }

  /** The same journal, each of whose reads and appends waits to be chosen. */
  public <E> Journal<E> on(Journal<E> journal) {
    return new Journal<>() {
      @Override
      public Uni<History<E>> read(StreamId stream) {
        return effect("read", () -> journal.read(stream));
      }

      @Override
      public Uni<Append<E>> append(Commit<E> commit) {
        return effect("append " + commit.id(), () -> journal.append(commit));
      }
    };
  }

  /** The same log, into which each commit waits to be put. */
  public EventLog on(EventLog log) {
    return (service, commit) -> effect("log " + commit.id(), () -> log.put(service, commit));
  }

  /** The same dispatcher, each of whose sends waits to be chosen. */
  public Dispatcher on(Dispatcher dispatcher) {
    return sent -> sent.isEmpty()
        ? dispatcher.dispatch(sent)
        : effect("send " + sent.getFirst().data().getClass().getSimpleName(), () -> dispatcher.dispatch(sent));
  }

  /** The same edge, each of whose calls waits to be chosen. */
  public <C> Edge<C> on(Edge<C> edge) {
    return (call, perhapsDone) -> effect("call " + call.getClass().getSimpleName(), () -> edge.perform(call, perhapsDone));
  }

  private <T> Uni<T> effect(String name, Supplier<Uni<T>> effect) {
    return Uni.createFrom().emitter(waiting -> {
      var handling = current.orElseThrow();
      effects.add(new Effect(
          handling,
          name,
          () -> effect.get().subscribe().with(result -> {
            handling.seen.append(name).append('=').append(result).append(';');
            waiting.complete(result);
          }, waiting::fail),
          () -> waiting.fail(new Crash()),
          () -> effect.get().subscribe().with(result -> waiting.fail(new Crash()), waiting::fail)));
    });
  }

  private void play(Function<Interleavings, Scenario> with) {
    var scenario = with.apply(this);
    try {
      for (var choices = choices(); !choices.isEmpty(); choices = choices()) {
        int depth = taken.size();
        if (!isNew.test(depth, () -> situation(scenario))) {
          return;
        }
        int index = chooser.applyAsInt(depth, choices.size());
        taken.add(index);
        widths.add(choices.size());
        trace.add(choices.get(index).name());
        choices.get(index).take().run();
        if (broken.isPresent()) {
          throw broken.get();
        }
      }
      scenario.check().run();
    } catch (AssertionError e) {
      throw new AssertionError("after %s: %s".formatted(String.join("; ", trace), e.getMessage()), e);
    }
  }

  private String situation(Scenario scenario) {
    var parts = new ArrayList<String>();
    messages.forEach(message -> parts.add("waiting " + message.name));
    effects.forEach(effect -> parts.add(effect.of().name + " saw " + effect.of().seen + " next " + effect.name()));
    parts.sort(null);
    return crashesLeft + " " + parts + " " + scenario.world().get();
  }

  private List<Choice> choices() {
    var choices = new ArrayList<Choice>();
    messages.forEach(message -> choices.add(new Choice("deliver " + message.name, () -> {
      messages.remove(message);
      start(message);
    })));
    effects.forEach(effect -> choices.add(choice(effect, effect.name(), effect.proceed())));
    if (crashesLeft > 0) {
      effects.forEach(effect -> choices.add(crash(effect, "before", effect.crashBefore())));
      effects.forEach(effect -> choices.add(crash(effect, "after", effect.crashAfter())));
    }
    return choices;
  }

  private void start(Handling message) {
    current = Optional.of(message);
    Uni.createFrom().deferred(message.handler::get).subscribe().with(acknowledged -> { }, failure -> {
      if (!(failure instanceof Crash)) {
        broken = Optional.of(new AssertionError("%s failed: %s".formatted(message.name, failure), failure));
      }
      deliver(message.name, message.handler);
    });
  }

  private Choice choice(Effect effect, String name, Runnable take) {
    return new Choice(effect.of().name + ": " + name, () -> {
      effects.remove(effect);
      current = Optional.of(effect.of());
      take.run();
    });
  }

  private Choice crash(Effect effect, String when, Runnable take) {
    return choice(effect, "crash " + when + " " + effect.name(), () -> {
      crashesLeft--;
      take.run();
    });
  }

  private Optional<List<Integer>> following() {
    for (int depth = taken.size() - 1; depth >= 0; depth--) {
      if (taken.get(depth) + 1 < widths.get(depth)) {
        var next = new ArrayList<>(taken.subList(0, depth));
        next.add(taken.get(depth) + 1);
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }
}
