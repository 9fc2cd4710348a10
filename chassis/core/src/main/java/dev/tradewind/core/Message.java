package dev.tradewind.core;

import java.time.Instant;
import java.util.Optional;

/**
 * A command or an event in its envelope, after <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents
 * 1.0</a>. The type is that of the {@link #data}, see {@link Types}.
 *
 * <p>Nothing in a message depends on when it is sent: sent again, even years later, it is the same to the last byte.
 *
 * @param id derived from what caused it (stream, version, index), so that a repeat has the same id
 * @param source the service that sends it, such as {@code /tradewind/orders}
 * @param subject the stream it speaks of
 * @param sequence the version of that stream
 * @param time when the commit that holds it was made
 * @param causationId the id of the message or request that caused it
 * @param correlationId the order it belongs to
 * @param traceparent W3C trace context of the step that caused it; empty when there is none
 * @param notBefore for a {@link Deadline}: when it is due
 * @param data the command or event
 */
public record Message(
    String id,
    String source,
    String subject,
    long sequence,
    Instant time,
    String causationId,
    String correlationId,
    String traceparent,
    Optional<Instant> notBefore,
    Payload data) {

  public Message {
    Check.notBlank(id, "id");
    Check.notBlank(source, "source");
    Check.notBlank(subject, "subject");
    Check.notNull(time, "time");
    Check.notBlank(correlationId, "correlationId");
    Check.notBlank(causationId, "causationId");
    Check.notNull(traceparent, "traceparent");
    Check.notNull(notBefore, "notBefore");
    Check.notNull(data, "data");
  }

  /** The same message, received within this span. */
  public Message tracedBy(String span) {
    return new Message(id, source, subject, sequence, time, causationId, correlationId, span, notBefore, data);
  }

  /** The same message, due at another time. */
  public Message dueAt(Instant due) {
    return new Message(id, source, subject, sequence, time, causationId, correlationId, traceparent, Optional.of(due), data);
  }
}
