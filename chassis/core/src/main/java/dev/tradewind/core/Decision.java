package dev.tradewind.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a decider wants done.
 *
 * @param <E> events
 */
public sealed interface Decision<E> {

  /** The command changes nothing: too late, a repeat, or not for this stream. */
  record Nothing<E>() implements Decision<E> {}

  /**
   * Commit these events and send these messages.
   *
   * @param events what happened; at least one
   * @param messages what to tell or ask, in this order
   * @param wake when to look at the stream again, by a {@link Deadline}
   * @param call what to ask the outside once the commit stands; the events then record the intent
   */
  record Change<E>(List<E> events, List<Payload> messages, Optional<Instant> wake, Optional<Call> call) implements Decision<E> {

    public Change {
      events = List.copyOf(events);
      messages = List.copyOf(messages);
      Check.that(!events.isEmpty(), "a change needs at least one event");
    }

    /** The same change, which also sends these. */
    public Change<E> send(Payload... more) {
      return send(List.of(more));
    }

    /** The same change, which also sends these. */
    public Change<E> send(List<? extends Payload> more) {
      var all = new java.util.ArrayList<>(messages);
      all.addAll(more);
      return new Change<>(events, all, wake, call);
    }

    /** The same change, after which the stream is looked at again at that time. */
    public Change<E> wakeAt(Instant at) {
      return new Change<>(events, messages, Optional.of(at), call);
    }

    /** The same change as an intent: once it stands, the call is performed. */
    public Change<E> call(Call asked) {
      return new Change<>(events, messages, wake, Optional.of(asked));
    }
  }

  /** Perform this call first; the command it brings back is then decided. For calls that may be repeated without harm. */
  record Ask<E>(Call call) implements Decision<E> {}

  /** The question was asked before: send again the newest stored messages of this type. */
  record Repeat<E>(Class<? extends Payload> answer) implements Decision<E> {}

  /** Nothing is due before then: deliver the same deadline again at that time. */
  record Wait<E>(Instant until) implements Decision<E> {}

  /**
   * The command is not allowed in this state, and whoever asked should hear why.
   *
   * @param code stable, for machines, such as {@code already-dispatched}
   * @param detail one sentence for a person
   */
  record Refuse<E>(String code, String detail) implements Decision<E> {}

  static <E> Decision<E> nothing() {
    return new Nothing<>();
  }

  @SafeVarargs
  static <E> Change<E> change(E... events) {
    return change(List.of(events));
  }

  static <E> Change<E> change(List<E> events) {
    return new Change<>(events, List.of(), Optional.empty(), Optional.empty());
  }

  static <E> Decision<E> ask(Call call) {
    return new Ask<>(call);
  }

  static <E> Decision<E> repeat(Class<? extends Payload> answer) {
    return new Repeat<>(answer);
  }

  static <E> Decision<E> waitUntil(Instant until) {
    return new Wait<>(until);
  }

  static <E> Decision<E> refuse(String code, String detail) {
    return new Refuse<>(code, detail);
  }
}
