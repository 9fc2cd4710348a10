package dev.tradewind.core;

/**
 * A message from a service to itself, delivered no earlier than its {@link Message#notBefore}: look at this stream again.
 *
 * <p>It says nothing about why. What is due is decided from the stream as it is when the deadline arrives, so a late, repeated or
 * needless deadline does no harm.
 *
 * @param stream the stream to look at, as {@link StreamId#toString} writes it
 */
public record Deadline(String stream) implements Command {

  public Deadline {
    StreamId.parse(stream);
  }

  public StreamId streamId() {
    return StreamId.parse(stream);
  }
}
