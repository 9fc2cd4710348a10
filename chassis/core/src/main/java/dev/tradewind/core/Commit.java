package dev.tradewind.core;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

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
    var envelopes = new ArrayList<Message>(messages.size());
    for (int index = 0; index < messages.size(); index++) {
      envelopes.add(envelope(index, messages.get(index), service));
    }
    return Collections.unmodifiableList(envelopes);
  }

  /**
   * Whether this cause cannot be unless everything here was sent: it answers the one command, and log and events go before it; or it
   * is what came of the call, which is made after. An answer to an event, or to one of several commands, proves nothing about the rest.
   */
  boolean isProvenBy(Cause other) {
    return hasItsOnlyCommandAnsweredBy(other) || other.id().equals(Cause.outcomeOf(this).id());
  }

  private boolean hasItsOnlyCommandAnsweredBy(Cause other) {
    int commands = 0;
    boolean answered = false;
    for (int index = 0; index < messages.size(); index++) {
      var message = messages.get(index);
      if (message.data() instanceof Command && message.notBefore().isEmpty()) {
        commands++;
        answered = messageId(index, message).equals(other.answers());
      }
    }
    return commands == 1 && answered;
  }

  /** The state after this commit, given the state before it. */
  <S> S evolve(Decider<S, ?, E> decider, S before) {
    S state = before;
    for (var event : events) {
      state = decider.evolve(state, event, at);
    }
    return state;
  }

  /** A request's deadline is sent before it is known whether the version is ours: it must not take the id of the winner's. */
  private String messageId(int index, Outgoing message) {
    return cause.isRequest() && message.notBefore().isPresent()
        ? id() + "/" + index + "/" + UUID.nameUUIDFromBytes(cause.id().getBytes(StandardCharsets.UTF_8))
        : id() + "/" + index;
  }

  /** A message in its envelope, as it goes out when it stands at this place of the commit, counted from 0. */
  public Message envelope(int index, Outgoing message, String service) {
    return new Message(
        messageId(index, message),
        "/tradewind/" + service,
        stream.toString(),
        version,
        at,
        cause.id(),
        cause.correlationId(),
        cause.traceparent(),
        message.notBefore(),
        message.data());
  }
}
