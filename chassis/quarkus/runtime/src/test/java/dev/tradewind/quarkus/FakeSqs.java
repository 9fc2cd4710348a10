package dev.tradewind.quarkus;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** A queue that gives what a test puts into it, remembers what was asked of it, and can be away. */
final class FakeSqs implements InvocationHandler {

  /** How long ago every message was sent. */
  static final Duration LAY_THERE = Duration.ofSeconds(7);

  final Queue<String> deleted = new ConcurrentLinkedQueue<>();
  final Queue<SendMessageRequest> sent = new ConcurrentLinkedQueue<>();
  final SqsAsyncClient client = (SqsAsyncClient) Proxy.newProxyInstance(
      SqsAsyncClient.class.getClassLoader(), new Class<?>[] {SqsAsyncClient.class}, this);

  private final Queue<Message> waiting = new ConcurrentLinkedQueue<>();
  private final Queue<CompletableFuture<ReceiveMessageResponse>> polls = new ConcurrentLinkedQueue<>();
  private volatile boolean away;

  /** Puts a message into the queue. Its receipt handle is the given name. */
  void put(String name, String body) {
    waiting.add(Message.builder().messageId(name).receiptHandle(name).body(body)
        .attributes(Map.of(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1",
            MessageSystemAttributeName.SENT_TIMESTAMP, Long.toString(Instant.now().minus(LAY_THERE).toEpochMilli()))).build());
    hand();
  }

  void goAway() {
    away = true;
    for (var poll = polls.poll(); poll != null; poll = polls.poll()) {
      poll.completeExceptionally(SdkClientException.create("connection refused"));
    }
  }

  void comeBack() {
    away = false;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    return switch (arguments == null ? null : arguments[0]) {
      case GetQueueUrlRequest request -> away ? refused() : done(GetQueueUrlResponse.builder().queueUrl("http://queue/" + request.queueName()).build());
      case ReceiveMessageRequest request -> away ? refused() : receive(request.waitTimeSeconds());
      case DeleteMessageBatchRequest request -> {
        request.entries().forEach(entry -> deleted.add(entry.receiptHandle()));
        yield done(DeleteMessageBatchResponse.builder().failed(List.of())
            .successful(request.entries().stream().map(entry -> DeleteMessageBatchResultEntry.builder().id(entry.id()).build()).toList()).build());
      }
      case ChangeMessageVisibilityBatchRequest request -> done(ChangeMessageVisibilityBatchResponse.builder().failed(List.of())
          .successful(request.entries().stream().map(entry -> ChangeMessageVisibilityBatchResultEntry.builder().id(entry.id()).build()).toList()).build());
      case SendMessageRequest request -> {
        sent.add(request);
        yield done(SendMessageResponse.builder().build());
      }
      case null -> "fake";
      default -> InvocationHandler.invokeDefault(proxy, method, arguments);
    };
  }

  private synchronized CompletableFuture<ReceiveMessageResponse> receive(int waitSeconds) {
    var poll = new CompletableFuture<ReceiveMessageResponse>();
    if (waitSeconds == 0 && waiting.isEmpty()) {
      return done(ReceiveMessageResponse.builder().messages(List.of()).build());
    }
    polls.add(poll);
    hand();
    return poll;
  }

  private synchronized void hand() {
    if (waiting.isEmpty() || polls.isEmpty()) {
      return;
    }
    var messages = Stream.generate(waiting::poll).takeWhile(message -> message != null).toList();
    polls.remove().complete(ReceiveMessageResponse.builder().messages(messages).build());
  }

  private static <T> CompletableFuture<T> done(T response) {
    return CompletableFuture.completedFuture(response);
  }

  private static <T> CompletableFuture<T> refused() {
    return CompletableFuture.failedFuture(SdkClientException.create("connection refused"));
  }
}
