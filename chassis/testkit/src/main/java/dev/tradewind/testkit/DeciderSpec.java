package dev.tradewind.testkit;

import dev.tradewind.core.Check;
import dev.tradewind.core.Decider;
import dev.tradewind.core.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/**
 * Given what happened, when a command comes, then this is decided: a decider's test as one sentence.
 *
 * <pre>{@code
 * DeciderSpec.of(new OrderDecider()).given(placed).at(noon).given(reserved).at(later).when(new Cancel())
 *     .thenEvents(new CancelBegan()).thenMessages(new ReleaseStock("o-1"));
 * }</pre>
 *
 * Immutable: a specification may be kept and continued in several ways.
 *
 * @param <S> state
 * @param <C> commands
 * @param <E> events
 */
public final class DeciderSpec<S, C, E> {

  /** When everything happens unless a test says otherwise. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  final Decider<S, C, E> decider;
  final S state;
  final Instant now;
  private final List<String> story;

  private DeciderSpec(Decider<S, C, E> decider, S state, Instant now, List<String> story) {
    this.decider = Check.notNull(decider, "decider");
    this.state = state;
    this.now = Check.notNull(now, "now");
    this.story = List.copyOf(story);
  }

  /** A stream on which nothing happened yet. */
  public static <S, C, E> DeciderSpec<S, C, E> of(Decider<S, C, E> decider) {
    return new DeciderSpec<>(decider, decider.initial(), START, List.of());
  }

  /** These events were committed, at the time last named. */
  @SafeVarargs
  public final DeciderSpec<S, C, E> given(E... events) {
    return given(Arrays.asList(events));
  }

  /** These events were committed, at the time last named. */
  public DeciderSpec<S, C, E> given(List<? extends E> events) {
    S next = state;
    for (E event : events) {
      next = decider.evolve(next, event, now);
    }
    return events.isEmpty() ? this : new DeciderSpec<>(decider, next, now, told("given " + listed(events)));
  }

  /** What follows happens at this time. */
  public DeciderSpec<S, C, E> at(Instant instant) {
    return new DeciderSpec<>(decider, state, instant, told("at " + instant));
  }

  /**
   * Decides the command, twice: a decider is pure, so both must come out equal.
   *
   * @throws AssertionError when they do not
   */
  public Decided<S, C, E> when(C command) {
    Decision<E> decision = Check.notNull(decider.decide(state, command, now), "a decision");
    var asked = new DeciderSpec<>(decider, state, now, told("when " + command));
    if (!Objects.equals(decision, decider.decide(state, command, now))) {
      Assertions.fail("%s, it decided differently the second time, but a decider must be pure", asked.sentence());
    }
    return new Decided<>(asked, decision);
  }

  DeciderSpec<S, C, E> after(List<E> events) {
    S next = state;
    for (E event : events) {
      next = decider.evolve(next, event, now);
    }
    return new DeciderSpec<>(decider, next, now, story);
  }

  String sentence() {
    return String.join(", ", story);
  }

  static String listed(List<?> things) {
    return things.isEmpty() ? "nothing" : things.stream().map(String::valueOf).collect(Collectors.joining(" and "));
  }

  private List<String> told(String part) {
    var longer = new ArrayList<>(story);
    longer.add(part);
    return longer;
  }
}
