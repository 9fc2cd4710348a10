package dev.tradewind.chaos.collect;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What is in the queues. */
final class Queues {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_AT_ONCE = 10;
  /** Long enough to read a dead-letter queue through, so that nothing is read twice. */
  private static final int HIDDEN_SECONDS = 300;

  private final SqsClient sqs;

  Queues(SqsClient sqs) {
    this.sqs = sqs;
  }

  /**
   * How many messages a queue holds.
   *
   * @param now that can be received, or were and are not settled
   * @param later that are not due
   */
  record Content(long now, long later) {}

  Content content(String queue) {
    var counts = sqs.getQueueAttributes(get -> get.queueUrl(url(queue)).attributeNames(
        APPROXIMATE_NUMBER_OF_MESSAGES, APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)).attributes();
    return new Content(
        number(counts, APPROXIMATE_NUMBER_OF_MESSAGES) + number(counts, APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
        number(counts, APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
  }

  /** What lies in a queue's dead-letter queue, and stays there. */
  List<Dead> dead(String queue) {
    return content(Names.deadLetters(queue)).now() == 0 ? List.of() : readThrough(queue);
  }

  private List<Dead> readThrough(String queue) {
    var url = url(Names.deadLetters(queue));
    var dead = new ArrayList<Dead>();
    var receipts = new ArrayList<String>();
    Set<String> seen = new HashSet<>();
    for (var received = receive(url); !received.isEmpty(); received = receive(url)) {
      for (var message : received) {
        receipts.add(message.receiptHandle());
        if (seen.add(message.messageId())) {
          dead.add(new Dead(queue, id(message.body()), reason(message)));
        }
      }
    }
    receipts.forEach(receipt -> sqs.changeMessageVisibility(change -> change.queueUrl(url).receiptHandle(receipt).visibilityTimeout(0)));
    return dead;
  }

  private List<Message> receive(String url) {
    return sqs.receiveMessage(receive -> receive.queueUrl(url)
        .maxNumberOfMessages(MOST_AT_ONCE).visibilityTimeout(HIDDEN_SECONDS).waitTimeSeconds(1).messageAttributeNames("All")).messages();
  }

  private static String id(String body) {
    try {
      return JSON.readTree(body).path("id").asText();
    } catch (JsonProcessingException noMessage) {
      return "";
    }
  }

  private static String reason(Message message) {
    return message.messageAttributes().containsKey("reason") ? message.messageAttributes().get("reason").stringValue() : "";
  }

  private static long number(Map<QueueAttributeName, String> counts, QueueAttributeName name) {
    return Long.parseLong(counts.get(name));
  }

  private String url(String queue) {
    return sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
  }
}
