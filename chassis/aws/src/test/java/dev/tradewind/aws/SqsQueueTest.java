package dev.tradewind.aws;

import static dev.tradewind.aws.ConsumerFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

class SqsQueueTest {

  private final VirtualTime time = new VirtualTime();
  private final Client client = new Client();
  private final SqsQueue queue = new SqsQueue(client, OPTIONS, time, () -> 1);

  /** Keeps requests; answers those for names at once and confirms nothing unless it is told to. */
  private static final class Client implements SqsAsyncClient {

    private final List<ReceiveMessageRequest> receives = new ArrayList<>();
    private final List<DeleteMessageBatchRequest> deletes = new ArrayList<>();
    private final List<ChangeMessageVisibilityBatchRequest> changes = new ArrayList<>();
    private final List<SendMessageRequest> sends = new ArrayList<>();
    private final CompletableFuture<ReceiveMessageResponse> poll = new CompletableFuture<>();

    @Override
    public CompletableFuture<GetQueueUrlResponse> getQueueUrl(GetQueueUrlRequest request) {
      return CompletableFuture.completedFuture(GetQueueUrlResponse.builder().queueUrl("http://sqs/" + request.queueName()).build());
    }

    @Override
    public CompletableFuture<ReceiveMessageResponse> receiveMessage(ReceiveMessageRequest request) {
      receives.add(request);
      return poll;
    }

    @Override
    public CompletableFuture<DeleteMessageBatchResponse> deleteMessageBatch(DeleteMessageBatchRequest request) {
      deletes.add(request);
      return CompletableFuture.completedFuture(DeleteMessageBatchResponse.builder().build());
    }

    @Override
    public CompletableFuture<ChangeMessageVisibilityBatchResponse> changeMessageVisibilityBatch(ChangeMessageVisibilityBatchRequest request) {
      changes.add(request);
      return CompletableFuture.completedFuture(ChangeMessageVisibilityBatchResponse.builder().build());
    }

    @Override
    public CompletableFuture<SendMessageResponse> sendMessage(SendMessageRequest request) {
      sends.add(request);
      return CompletableFuture.completedFuture(SendMessageResponse.builder().build());
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }

  @Test
  void a_poll_says_how_many_how_long_how_hidden_and_what_to_tell_and_outlives_its_wait() {
    queue.receive(7, Duration.ofSeconds(20)).subscribe().with(received -> {});

    var request = client.receives.getFirst();
    assertThat(request.queueUrl()).isEqualTo("http://sqs/work");
    assertThat(request.maxNumberOfMessages()).isEqualTo(7);
    assertThat(request.waitTimeSeconds()).isEqualTo(20);
    assertThat(request.visibilityTimeout()).isEqualTo(10);
    assertThat(request.messageAttributeNames()).containsExactly("All");
    assertThat(request.messageSystemAttributeNames())
        .containsExactly(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, MessageSystemAttributeName.SENT_TIMESTAMP);
    assertThat(request.overrideConfiguration().flatMap(RequestOverrideConfiguration::apiCallAttemptTimeout)).contains(Duration.ofSeconds(25));
  }

  @Test
  void giving_up_a_poll_cancels_its_request() {
    queue.receive(7, Duration.ofSeconds(20)).subscribe().with(received -> {}).cancel();

    assertThat(client.poll).isCancelled();
  }

  @Test
  void a_delete_that_is_not_confirmed_is_sent_again_and_then_fails() {
    var failures = new ArrayList<Throwable>();
    queue.delete(FakeQueue.message("a", 1)).subscribe().with(deleted -> {}, failures::add);

    time.pass(Duration.ofSeconds(20));

    assertThat(client.deletes).hasSize(Batcher.MOST_ATTEMPTS).allSatisfy(request ->
        assertThat(request.entries()).extracting(DeleteMessageBatchRequestEntry::receiptHandle).containsExactly("handle of a"));
    assertThat(failures).singleElement().isInstanceOf(EntryRefused.class).asString().contains("Unanswered");
  }

  @Test
  void deletes_at_about_the_same_time_share_a_request() {
    for (int i = 0; i < 11; i++) {
      queue.delete(FakeQueue.message("m" + i, 1)).subscribe().with(deleted -> {}, failure -> {});
    }

    assertThat(client.deletes).extracting(request -> request.entries().size()).as("the first goes alone").containsExactly(1, 10);
  }

  @Test
  void hiding_is_in_whole_seconds_rounded_up() {
    for (int millis : new int[] {0, 1, 1_000, 1_001}) {
      queue.hide(FakeQueue.message("a", 1), Duration.ofMillis(millis)).subscribe().with(hidden -> {}, failure -> {});
    }
    time.pass(Duration.ofMillis(40));

    assertThat(client.changes).flatExtracting(request -> request.entries())
        .extracting(ChangeMessageVisibilityBatchRequestEntry::visibilityTimeout).containsExactly(0, 1, 1, 2);
  }

  @Test
  void a_buried_message_keeps_its_attributes_and_gets_the_reason() {
    var attribute = MessageAttributeValue.builder().dataType("Number").stringValue("5").build();
    bury(FakeQueue.message("a", 1).toBuilder().messageAttributes(Map.of("weight", attribute)).build());

    var sent = client.sends.getFirst();
    assertThat(sent.queueUrl()).isEqualTo("http://sqs/work-dlq");
    assertThat(sent.messageBody()).isEqualTo("a");
    assertThat(sent.messageAttributes()).containsOnlyKeys("weight", "reason").containsEntry("weight", attribute);
    assertThat(sent.messageAttributes().get("reason").stringValue()).isEqualTo("poison");
  }

  @Test
  void where_ten_attributes_leave_no_place_for_the_reason_the_message_is_buried_all_the_same() {
    var attributes = new HashMap<String, MessageAttributeValue>();
    for (int i = 0; i < 10; i++) {
      attributes.put("a" + i, MessageAttributeValue.builder().dataType("String").stringValue("x").build());
    }

    bury(FakeQueue.message("a", 1).toBuilder().messageAttributes(attributes).build());

    assertThat(client.sends.getFirst().messageAttributes()).isEqualTo(attributes);
  }

  private void bury(Message message) {
    queue.bury(message, "poison").await().atMost(Duration.ofSeconds(1));
  }
}
