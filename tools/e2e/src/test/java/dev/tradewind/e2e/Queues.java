package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.launcher.resources.AwsEndpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues between the services, as an operator sees them. */
final class Queues implements AutoCloseable {

  private static final List<String> KNOWN = List.of("orders-commands", "orders-events", "inventory-commands", "inventory-events",
      "payments-commands", "shipping-commands", "shipping-events",
      "queries-events", "notifications-commands", "notifications-events");

  static final JsonCodec CODEC = new JsonCodec(Contracts.TYPES);

  private static final Duration CALM = Duration.ofSeconds(1);

  private final List<String> all;
  private final SqsClient sqs;

  /** @param services whose queues these are: nobody takes anything from the others */
  Queues(AwsEndpoint endpoint, List<String> services) {
    all = KNOWN.stream().filter(queue -> services.contains(queue.substring(0, queue.indexOf('-')))).map(queue -> "tradewind-" + queue).toList();
    sqs = SqsClient.builder().region(Region.of(endpoint.region())).endpointOverride(endpoint.override().orElseThrow())
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(UrlConnectionHttpClient.create()).build();
  }

  /** What lies in a dead-letter queue: the body, and why. */
  record Dead(String body, String reason) {}

  /** Those of the services on the stage, but for catalog and gateway. */
  List<String> all() {
    return all;
  }

  /** Sends a message again, or for the first time: SQS knows it as a new one. */
  void send(String queue, dev.tradewind.core.Message message) {
    send(queue, CODEC.write(message), CODEC.typeOf(message.data()));
  }

  void send(String queue, String body, String type) {
    sqs.sendMessage(send -> send.queueUrl(url(queue)).messageBody(body)
        .messageAttributes(Map.of("type", MessageAttributeValue.builder().dataType("String").stringValue(type).build())));
  }

  /** Messages somebody took and did not answer yet. */
  private int underWay(String queue) {
    return count(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
  }

  /** Waits until nothing waits and nothing is under way for a while; deadlines that are not due are no concern. */
  void awaitCalm() {
    Stage.eventually().during(CALM).alias("all queues are calm").untilAsserted(() -> {
      for (String queue : all) {
        assertThat(count(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES) + underWay(queue)).as("messages in %s", queue).isZero();
      }
    });
  }

  void areWithoutDeadLetters() {
    for (String queue : all) {
      String dead = deadLetters(queue);
      assertThat(count(dead, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES) + underWay(dead)).as("messages in %s", dead).isZero();
    }
  }

  /** Takes everything out of a queue's dead-letter queue. */
  List<Dead> takeDeadLetters(String queue) {
    String url = url(deadLetters(queue));
    List<Dead> taken = new ArrayList<>();
    for (List<Message> received = receive(url); !received.isEmpty(); received = receive(url)) {
      for (Message message : received) {
        sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
        Optional<MessageAttributeValue> reason = Optional.ofNullable(message.messageAttributes().get("reason"));
        taken.add(new Dead(message.body(), reason.map(MessageAttributeValue::stringValue).orElse("")));
      }
    }
    return taken;
  }

  private List<Message> receive(String url) {
    return sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All")).messages();
  }

  /** Puts a message into a dead-letter queue, as if it had come to grief. */
  void bury(String queue, dev.tradewind.core.Message message) {
    send(deadLetters(queue), message);
  }

  /** Sends everything in a dead-letter queue back to where it came from, as an operator does. */
  void redrive(String queue) {
    String arn = sqs.getQueueAttributes(get -> get.queueUrl(url(deadLetters(queue))).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes().get(QueueAttributeName.QUEUE_ARN);
    sqs.startMessageMoveTask(start -> start.sourceArn(arn));
    Stage.eventually().until(() -> count(deadLetters(queue), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES) == 0);
  }

  private static String deadLetters(String queue) {
    return queue + "-dlq";
  }

  private int count(String queue, QueueAttributeName what) {
    return Integer.parseInt(sqs.getQueueAttributes(get -> get.queueUrl(url(queue)).attributeNames(what)).attributes().get(what));
  }

  private String url(String queue) {
    return sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
  }

  @Override
  public void close() {
    sqs.close();
  }
}
