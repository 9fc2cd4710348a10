package dev.tradewind.checker;

/**
 * A message in a queue, however often it was sent there.
 *
 * @param queue where it was put
 * @param messageId its own id, not the transport's
 * @param fate what became of its copies
 */
public record Sending(String queue, String messageId, Fate fate) {

  /** What became of a message. */
  public enum Fate {
    /** Some copy was handled and acknowledged. */
    PROCESSED,
    /** No copy was handled, but one is kept in the dead-letter queue. */
    DEAD,
    /** No copy was handled, and one is a deadline that is not due yet: nothing waits for it. */
    DELAYED,
    /** No copy was handled, and one is still on its way. */
    WAITING,
    /** Nowhere. */
    LOST
  }
}
