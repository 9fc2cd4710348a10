package dev.tradewind.core.wire;

/** A message that will never be understood, however often it is delivered. It belongs in the dead-letter queue, with this reason. */
public final class UnreadableMessage extends RuntimeException {

  public UnreadableMessage(String reason) {
    super(reason);
  }
}
