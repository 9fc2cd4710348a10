package dev.tradewind.chaos.collect;

/**
 * A message in a dead-letter queue.
 *
 * @param queue where it was given up, not the dead-letter queue itself
 * @param messageId its own id, not the transport's; empty when the body is no message of the platform
 * @param reason why; empty when it was received too often
 */
public record Dead(String queue, String messageId, String reason) {}
