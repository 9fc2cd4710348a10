package dev.tradewind.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

class PollersTest {

  private final FakeSqs sqs = new FakeSqs();
  private final List<String> handled = new CopyOnWriteArrayList<>();
  private final Transactions transactions = new Transactions(new FakeDynamo(), ServiceName.ORDERS, letters -> { }, InstantSource.system());

  @Test
  void only_what_was_handled_is_deleted() {
    sqs.batches.add(List.of(message("good-1"), message("bad"), message("good-2")));

    try (Pollers pollers = pollers()) {
      pollers.start();

      await().untilAsserted(() -> assertThat(sqs.deleted).containsExactlyInAnyOrder("good-1", "good-2"));
    }
  }

  @Test
  void what_is_no_message_stays_and_stops_nothing() {
    sqs.batches.add(List.of(Message.builder().messageId("strange").receiptHandle("strange").body("no json").build()));
    sqs.batches.add(List.of(message("good-1")));

    try (Pollers pollers = pollers()) {
      pollers.start();

      await().until(() -> handled.contains("good-1"));
      await().untilAsserted(() -> assertThat(sqs.deleted).containsExactly("good-1"));
    }
  }

  @Test
  void a_queue_that_fails_is_asked_again() {
    sqs.failing = true;

    try (Pollers pollers = pollers()) {
      pollers.start();
      await().until(() -> sqs.failed);
      sqs.batches.add(List.of(message("good-1")));
      sqs.failing = false;

      await().until(() -> sqs.deleted.contains("good-1"));
    }
  }

  private Pollers pollers() {
    return new Pollers(sqs, "queue", new IdempotentConsumer(transactions, message -> {
      if (message.id().equals("bad")) {
        throw new IllegalStateException("the provider is away");
      }
      handled.add(message.id());
      return Change.none();
    }));
  }

  private static Message message(String id) {
    return Message.builder().messageId(id).receiptHandle(id)
        .body(new dev.tradewind.peer.Message(id, Kind.STOCK_RESERVED, "o-1", Json.object()).body()).build();
  }

  private static final class FakeSqs implements SqsAsyncClient {

    private final Queue<List<Message>> batches = new ConcurrentLinkedQueue<>();
    private final List<String> deleted = new CopyOnWriteArrayList<>();
    private volatile boolean failing;
    private volatile boolean failed;

    @Override
    public CompletableFuture<ReceiveMessageResponse> receiveMessage(ReceiveMessageRequest request) {
      if (failing) {
        failed = true;
        return CompletableFuture.failedFuture(new IllegalStateException("no connection"));
      }
      List<Message> batch = batches.poll();
      // An empty queue lets its callers wait.
      return batch == null ? new CompletableFuture<>() : CompletableFuture.completedFuture(ReceiveMessageResponse.builder().messages(batch).build());
    }

    @Override
    public CompletableFuture<DeleteMessageBatchResponse> deleteMessageBatch(DeleteMessageBatchRequest request) {
      request.entries().forEach(entry -> deleted.add(entry.receiptHandle()));
      return CompletableFuture.completedFuture(DeleteMessageBatchResponse.builder().build());
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }
}
