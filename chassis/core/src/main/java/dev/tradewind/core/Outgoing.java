package dev.tradewind.core;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as a commit stores it: the envelope around it follows from the commit.
 *
 * @param data the command or event
 * @param notBefore for a {@link Deadline}: when it is due
 */
public record Outgoing(Payload data, Optional<Instant> notBefore) {

  public Outgoing {
    Check.notNull(data, "data");
    Check.notNull(notBefore, "notBefore");
  }

  public static Outgoing now(Payload data) {
    return new Outgoing(data, Optional.empty());
  }

  public static Outgoing deadline(StreamId stream, Instant due) {
    return new Outgoing(new Deadline(stream.toString()), Optional.of(due));
  }
}
