package dev.tradewind.chaos.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.checker.Sending;
import dev.tradewind.checker.Sending.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

class QueuesTest {

  @Test
  void aMessageIsWaitingFromWhenItIsSentAndProcessedWhenItIsAcknowledged() throws Exception {
    try (Between between = new Between(Map.of())) {
      SqsAsyncClient sqs = between.sqs();
      send(sqs, "m/1", "m/2");
      assertThat(between.sendings()).extracting(Sending::fate).containsOnly(Fate.WAITING);

      between.cloud.deliver(Between.message("m/1"));
      delete(sqs, receive(sqs));

      assertThat(between.sendings()).containsExactlyInAnyOrder(
          new Sending("tradewind-goods", "m/1", Fate.PROCESSED), new Sending("tradewind-goods", "m/2", Fate.WAITING));
    }
  }

  @Test
  void whatIsPutIntoTheDeadLetterQueueAndThenAcknowledgedIsDead() throws Exception {
    try (Between between = new Between(Map.of())) {
      SqsAsyncClient sqs = between.sqs();
      send(sqs, "m/1");
      between.cloud.deliver(Between.message("m/1"));
      List<Message> taken = receive(sqs);
      sqs.sendMessageBatch(send -> send.queueUrl(Between.QUEUE + "-dlq").entries(entry(0, "m/1"))).join();
      delete(sqs, taken);

      assertThat(between.sendings()).containsExactly(new Sending("tradewind-goods", "m/1", Fate.DEAD));
    }
  }

  @Test
  void whatIsPublishedIsSentToEveryQueueThatSubscribedToIt() throws Exception {
    try (Between between = new Between(Map.of())) {
      between.sns().publishBatch(publish -> publish.topicArn(Between.TOPIC).publishBatchRequestEntries(
          one -> one.id("0").message(Between.message("m/1")),
          one -> one.id("1").message(Between.message("m/2").replace("Moved", "Unheard")))).join();

      assertThat(between.sendings()).containsExactly(new Sending("tradewind-events", "m/1", Fate.WAITING));
    }
  }

  @Test
  void someEntriesOfABatchAreRefusedAndNeverSent() throws Exception {
    try (Between between = new Between(Map.of(Fault.PARTLY_REFUSED, 1_000))) {
      SendMessageBatchResponse answer = send(between.sqs(), IntStream.range(0, 10).mapToObj(i -> "m/" + i).toArray(String[]::new));

      assertThat(answer.failed()).isNotEmpty().allMatch(refused -> !refused.senderFault());
      assertThat(answer.successful()).isNotEmpty();
      assertThat(answer.failed().size() + answer.successful().size()).isEqualTo(10);
      assertThat(between.sendings()).hasSameSizeAs(answer.successful());
      assertThat(between.count(Fault.PARTLY_REFUSED)).isEqualTo(1);
    }
  }

  @Test
  void aMessageIsDeliveredASecondTimeAfterItWasDeletedAndItsSecondReceiptIsTaken() throws Exception {
    try (Between between = new Between(Map.of(Fault.DUPLICATED, 1_000))) {
      SqsAsyncClient sqs = between.sqs();
      between.cloud.deliver(Between.message("m/1"));
      List<Message> first = receive(sqs);
      delete(sqs, first);

      List<Message> second = await().atMost(Duration.ofSeconds(100)).until(() -> receive(sqs), messages -> !messages.isEmpty());

      assertThat(second.getFirst().body()).isEqualTo(first.getFirst().body());
      assertThat(second.getFirst().receiptHandle()).isNotEqualTo(first.getFirst().receiptHandle());
      long deletes = between.cloud.executed("DeleteMessageBatch");
      DeleteMessageBatchResponse answer = delete(sqs, second);
      assertThat(answer.successful()).hasSize(1);
      assertThat(between.cloud.executed("DeleteMessageBatch")).isEqualTo(deletes);
    }
  }

  @Test
  void aDeliveredMessageIsMadeVisibleAgain() throws Exception {
    try (Between between = new Between(Map.of(Fault.REAPPEARED, 1_000))) {
      between.cloud.deliver(Between.message("m/1"));
      Message taken = receive(between.sqs()).getFirst();

      await().until(() -> between.cloud.executed("ChangeMessageVisibility") == 1);
      assertThat(between.cloud.executed()).anyMatch(call -> call.startsWith("ChangeMessageVisibility ") && call.contains(taken.receiptHandle()));
    }
  }

  @Test
  void messagesComeInAnotherOrderAndNoneIsMissing() throws Exception {
    try (Between between = new Between(Map.of(Fault.REORDERED, 1_000))) {
      List<String> sent = IntStream.range(0, 10).mapToObj(i -> Between.message("m/" + i)).toList();
      between.cloud.deliver(sent.toArray(String[]::new));

      List<String> bodies = receive(between.sqs()).stream().map(Message::body).toList();

      assertThat(bodies).containsExactlyInAnyOrderElementsOf(sent).isNotEqualTo(sent);
    }
  }

  @Test
  void anAcknowledgementThatNobodyAnsweredCounts() throws Exception {
    try (Between between = new Between(Map.of())) {
      SqsAsyncClient sqs = between.sqs();
      send(sqs, "m/1");
      between.cloud.deliver(Between.message("m/1"));
      List<Message> taken = receive(sqs);
      between.cloud.close();
      sqs.deleteMessageBatch(delete -> delete.queueUrl(Between.QUEUE).entries(receipts(taken))).exceptionally(noAnswer -> null).join();

      assertThat(between.sendings()).extracting(Sending::fate).containsExactly(Fate.PROCESSED);
    }
  }

  private static SendMessageBatchResponse send(SqsAsyncClient sqs, String... ids) {
    List<SendMessageBatchRequestEntry> entries = IntStream.range(0, ids.length).mapToObj(i -> entry(i, ids[i])).toList();
    return sqs.sendMessageBatch(send -> send.queueUrl(Between.QUEUE).entries(entries)).join();
  }

  private static SendMessageBatchRequestEntry entry(int index, String id) {
    return SendMessageBatchRequestEntry.builder().id(Integer.toString(index)).messageBody(Between.message(id)).build();
  }

  private static List<Message> receive(SqsAsyncClient sqs) {
    return sqs.receiveMessage(receive -> receive.queueUrl(Between.QUEUE).maxNumberOfMessages(10)).join().messages();
  }

  private static DeleteMessageBatchResponse delete(SqsAsyncClient sqs, List<Message> messages) {
    return sqs.deleteMessageBatch(delete -> delete.queueUrl(Between.QUEUE).entries(receipts(messages))).join();
  }

  private static List<DeleteMessageBatchRequestEntry> receipts(List<Message> messages) {
    List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
    for (Message message : messages) {
      entries.add(DeleteMessageBatchRequestEntry.builder().id(Integer.toString(entries.size())).receiptHandle(message.receiptHandle()).build());
    }
    return entries;
  }
}
