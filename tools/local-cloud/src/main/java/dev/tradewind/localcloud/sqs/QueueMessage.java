package dev.tradewind.localcloud.sqs;

import java.util.Map;

/** A message on its way into a queue. */
public record QueueMessage(String body, Map<String, MessageAttribute> attributes) {

  public QueueMessage {
    attributes = Map.copyOf(attributes);
  }
}
