package dev.tradewind.testkit.handler;

import dev.tradewind.core.Call;
import dev.tradewind.core.Command;
import dev.tradewind.core.Decider;
import dev.tradewind.core.Decision;
import dev.tradewind.core.Event;
import dev.tradewind.core.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The smallest decider that uses everything a handler offers: a till that is opened, notes things, charges through a provider and
 * rings when a timer runs out.
 */
final class Till implements Decider<Till.State, Till.Input, Till.Happened> {

  static final Duration FIRST_RING = Duration.ofSeconds(10);

  static final Types TYPES = Types.of(
      Types.records("till", Opened.class, Noted.class, Intended.class, Done.class, TimerSet.class, Rung.class),
      Types.events("till", Told.class, Receipt.class),
      Types.commands("stock", Fetch.class));

  record State(List<String> notes, Optional<String> pending, List<String> done, List<Instant> timers) {}

  sealed interface Input {
    /** Tells, asks once for each of the given, and rings later. */
    record Open(List<String> fetch) implements Input {}

    record Note(String text) implements Input {}

    /** Notes it, and tells nobody. */
    record Keep(String text) implements Input {}

    record Charge(String key) implements Input {}

    record Charged(String key) implements Input {}

    record Ask(String key) implements Input {}

    record SetTimer(Instant due) implements Input {}

    /** Wakes later although nothing will be due. */
    record WakeAt(Instant at) implements Input {}

    /** A deadline came: rings, or waits for the next timer. */
    record Look() implements Input {}

    /** A deadline came: rings, or relies on the other timers' own deadlines. */
    record Glance() implements Input {}

    record Again() implements Input {}

    record AgainTold() implements Input {}

    record Forbidden() implements Input {}
  }

  sealed interface Happened {}

  record Opened() implements Happened {}

  record Noted(String text) implements Happened {}

  record Intended(String key) implements Happened {}

  record Done(String key) implements Happened {}

  record TimerSet(Instant due) implements Happened {}

  record Rung(Instant due) implements Happened {}

  record Told(String what) implements Event {}

  record Receipt(String key) implements Event {}

  record Fetch(String what) implements Command {}

  record Pay(String key) implements Call {}

  @Override
  public State initial() {
    return new State(List.of(), Optional.empty(), List.of(), List.of());
  }

  @Override
  public Decision<Happened> decide(State state, Input input, Instant now) {
    return switch (input) {
      case Input.Open(var fetch) -> Decision.<Happened>change(new Opened(), new TimerSet(now.plus(FIRST_RING)))
          .send(new Told("open")).send(fetch.stream().map(Fetch::new).toList()).wakeAt(now.plus(FIRST_RING));
      case Input.Note(var text) -> state.notes().contains(text)
          ? Decision.nothing()
          : Decision.<Happened>change(new Noted(text)).send(new Told(text), new Fetch(text));
      case Input.Keep(var text) -> Decision.change(new Noted(text));
      case Input.Charge(var key) -> state.done().contains(key)
          ? Decision.nothing()
          : Decision.<Happened>change(new Intended(key)).send(new Told("charging " + key)).call(new Pay(key));
      case Input.Charged(var key) -> state.done().contains(key)
          ? Decision.nothing()
          : Decision.<Happened>change(new Done(key)).send(new Receipt(key));
      case Input.Ask(var key) -> Decision.ask(new Pay(key));
      case Input.SetTimer(var due) -> Decision.<Happened>change(new TimerSet(due)).send(new Told("timer")).wakeAt(due);
      case Input.WakeAt(var at) -> Decision.<Happened>change(new Noted("wake")).send(new Told("wake")).wakeAt(at);
      case Input.Look look -> ring(state, now)
          .or(() -> state.timers().stream().min(Comparator.naturalOrder()).map(Decision::waitUntil)).orElse(Decision.nothing());
      case Input.Glance glance -> ring(state, now).orElse(Decision.nothing());
      case Input.Again again -> Decision.repeat(Receipt.class);
      case Input.AgainTold again -> Decision.repeat(Told.class);
      case Input.Forbidden forbidden -> Decision.refuse("forbidden", "this till never does that");
    };
  }

  private static Optional<Decision<Happened>> ring(State state, Instant now) {
    return state.timers().stream().filter(timer -> !timer.isAfter(now)).findFirst()
        .map(timer -> Decision.<Happened>change(new Rung(timer)).send(new Told("ring")));
  }

  @Override
  public State evolve(State state, Happened event, Instant at) {
    return switch (event) {
      case Opened opened -> state;
      case Noted(var text) -> new State(plus(state.notes(), text), state.pending(), state.done(), state.timers());
      case Intended(var key) -> new State(state.notes(), Optional.of(key), state.done(), state.timers());
      case Done(var key) -> new State(state.notes(), state.pending().filter(open -> !open.equals(key)), plus(state.done(), key), state.timers());
      case TimerSet(var due) -> new State(state.notes(), state.pending(), state.done(), plus(state.timers(), due));
      case Rung(var due) -> new State(
          state.notes(), state.pending(), state.done(), state.timers().stream().filter(timer -> !timer.equals(due)).toList());
    };
  }

  @Override
  public Optional<Call> pending(State state) {
    return state.pending().map(Pay::new);
  }

  private static <T> List<T> plus(List<T> some, T more) {
    var all = new ArrayList<>(some);
    all.add(more);
    return List.copyOf(all);
  }
}
