package dev.tradewind.core;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One item in a stream: at once an entry of the event store, of the outbox and of the inbox.
 *
 * @param stream the stream it belongs to
 * @param version 1 for the first commit of a stream, and one more for each that follows
 * @param cause the message or request that it is the answer to
 * @param at when it was decided
 * @param events what happened
 * @param messages what must be sent because of it
 * @param <E> events of the stream
 */
public record Commit<E>(StreamId stream, long version, Cause cause, Instant at, List<E> events, List<Outgoing> messages) {

  public Commit {
    Check.notNull(stream, "stream");
    Check.that(version > 0, "version starts at 1, but is %d", version);
    Check.notNull(cause, "cause");
    Check.notNull(at, "at");
    events = List.copyOf(events);
    messages = List.copyOf(messages);
  }

  /** Names this commit: {@code kind/key/version}. */
  public String id() {
    return stream + "/" + version;
  }

  /** The stored messages in their envelopes. The same commit yields the same messages for ever. */
  public List<Message> messagesFrom(String service) {
    return IntStream.range(0, messages.size()).mapToObj(index -> envelope(index, service)).toList();
  }

  /** Whether the message that holds this cause is an answer to something this commit asked. */
  boolean isAnsweredBy(Cause other) {
    return other.answers().startsWith(id() + "/");
  }

  private Message envelope(int index, String service) {
    var outgoing = messages.get(index);
    return new Message(
        id() + "/" + index,
        "/tradewind/" + service,
        stream.toString(),
        version,
        at,
        cause.id(),
        cause.correlationId(),
        cause.traceparent(),
        outgoing.notBefore(),
        outgoing.data());
  }
}
