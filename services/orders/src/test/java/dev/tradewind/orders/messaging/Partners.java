package dev.tradewind.orders.messaging;

import dev.tradewind.core.Event;
import dev.tradewind.core.Message;
import dev.tradewind.core.wire.JsonCodec;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The other services, seen from their queues: takes what orders sends, and answers as a test wants. */
@ApplicationScoped
public class Partners {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final SqsAsyncClient sqs;
  private final JsonCodec codec;

  Partners(SqsAsyncClient sqs, JsonCodec codec) {
    this.sqs = sqs;
    this.codec = codec;
  }

  /** An answer about an order, as its service would send it. */
  public Message answer(String orderId, Event event) {
    var id = "partner/" + orderId + "/" + UUID.randomUUID();
    return new Message(id, "/tradewind/partner", "partner/" + orderId, 1, Instant.now(), "order/" + orderId + "/1/0", orderId,
        TRACEPARENT, Optional.empty(), event);
  }

  /** Puts the message on the queue orders reads its answers from. */
  public void send(Message message) {
    sendText(codec.write(message), codec.typeOf(message.data()));
  }

  public void tell(String orderId, Event event) {
    send(answer(orderId, event));
  }

  /** Puts anything on that queue. */
  public void sendText(String body, String type) {
    await(() -> sqs.sendMessage(send -> send.queueUrl(url("orders-events")).messageBody(body)
        .messageAttributes(Map.of("type", text(type)))));
  }

  /** Takes what waits in the queue, once. */
  public List<software.amazon.awssdk.services.sqs.model.Message> take(String queue) {
    var url = url(queue);
    var messages = await(() -> sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1)
        .messageAttributeNames("All"))).messages();
    messages.forEach(message -> await(() -> sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()))));
    return messages;
  }

  /** What waits in the queue for this order, as messages. */
  public List<Message> taken(String queue, String orderId) {
    return take(queue).stream().map(message -> codec.read(message.body())).filter(message -> message.correlationId().equals(orderId)).toList();
  }

  /** How many messages wait in the queue. */
  public int waiting(String queue) {
    var attributes = await(() -> sqs.getQueueAttributes(get -> get.queueUrl(url(queue)).attributeNames(QueueAttributeName.ALL))).attributes();
    return Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
        + Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
  }

  private String url(String queue) {
    return await(() -> sqs.getQueueUrl(get -> get.queueName("tradewind-" + queue))).queueUrl();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private static <T> T await(Supplier<CompletionStage<T>> call) {
    return Uni.createFrom().completionStage(call).await().atMost(PATIENCE);
  }
}
