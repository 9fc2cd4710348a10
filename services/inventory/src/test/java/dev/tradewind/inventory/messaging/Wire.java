package dev.tradewind.inventory.messaging;

import dev.tradewind.core.Message;
import dev.tradewind.core.Payload;
import dev.tradewind.core.wire.JsonCodec;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Inventory's neighbours: they send to its queues, and hear what it tells orders. */
@Singleton
class Wire {

  record DeadLetter(String body, Map<String, MessageAttributeValue> attributes) {}

  private static final String HEARD_BY_ORDERS = "tradewind-orders-events";
  private static final String DEAD_COMMANDS = "tradewind-inventory-commands-dlq";

  private final SqsAsyncClient sqs;
  private final JsonCodec codec;
  private final List<Message> told = new CopyOnWriteArrayList<>();
  private final List<DeadLetter> dead = new CopyOnWriteArrayList<>();

  Wire(SqsAsyncClient sqs, JsonCodec codec) {
    this.sqs = sqs;
    this.codec = codec;
  }

  void send(String queue, String id, String orderId, Payload data) {
    sendText(queue, codec.write(new Message(id, "/tradewind/orders", "order/" + orderId, 1, Instant.parse("2026-03-01T12:00:00Z"),
        "request/" + orderId, orderId, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", Optional.empty(), data)));
  }

  void sendText(String queue, String body) {
    var url = url(queue);
    sqs.sendMessage(send -> send.queueUrl(url).messageBody(body)).join();
  }

  /** Everything told about these orders so far. */
  List<Message> told(Collection<String> orderIds) {
    receive(HEARD_BY_ORDERS).forEach(message -> told.add(codec.read(message.body())));
    return told.stream().filter(message -> orderIds.contains(message.correlationId())).toList();
  }

  List<DeadLetter> dead() {
    receive(DEAD_COMMANDS).forEach(message -> dead.add(new DeadLetter(message.body(), message.messageAttributes())));
    return List.copyOf(dead);
  }

  static ConditionFactory eventually() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(100, TimeUnit.MILLISECONDS);
  }

  private List<software.amazon.awssdk.services.sqs.model.Message> receive(String queue) {
    var url = url(queue);
    var received = sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1).messageAttributeNames("All"))
        .join().messages();
    received.forEach(message -> sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())).join());
    return received;
  }

  private String url(String queue) {
    return sqs.getQueueUrl(get -> get.queueName(queue)).join().queueUrl();
  }
}
