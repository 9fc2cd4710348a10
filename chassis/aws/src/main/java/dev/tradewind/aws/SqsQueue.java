package dev.tradewind.aws;

import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.SENT_TIMESTAMP;

import dev.tradewind.aws.BatchCall.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** A queue of SQS and its dead-letter queue {@code <name>-dlq}. Deletes and changes of visibility travel in batches. */
final class SqsQueue implements Queue {

  private static final int MOST_ATTRIBUTES = 10;
  /** A receipt handle is the only part of such an entry that has a size worth counting. */
  private static final int ENTRY_OVERHEAD = 64;
  private static final Duration ANSWER_TIME = Duration.ofSeconds(5);

  private final SqsAsyncClient sqs;
  private final Duration visibility;
  private final Lookup<String> url;
  private final Lookup<String> deadLetters;
  private final Batcher<Message> deletes;
  private final Batcher<Hiding> hidings;

  SqsQueue(SqsAsyncClient sqs, QueueConsumer.Options options, Timer timer, DoubleSupplier chance) {
    this.sqs = sqs;
    this.visibility = options.visibility();
    this.url = url(options.queue());
    this.deadLetters = url(options.queue() + "-dlq");
    this.deletes = new Batcher<>(Batcher.Limits.MESSAGES, SqsQueue::size, this::deleteBatch, options.linger(), timer, chance);
    this.hidings = new Batcher<>(Batcher.Limits.MESSAGES, hiding -> size(hiding.message()), this::hideBatch, options.linger(), timer, chance);
  }

  private record Hiding(Message message, int seconds) {}

  @Override
  public Uni<List<Message>> receive(int most, Duration wait) {
    return url.get().flatMap(found -> Uni.createFrom().completionStage(() -> sqs.receiveMessage(ReceiveMessageRequest.builder()
        .queueUrl(found)
        .maxNumberOfMessages(most)
        .waitTimeSeconds((int) wait.toSeconds())
        .visibilityTimeout((int) visibility.toSeconds())
        .messageSystemAttributeNames(APPROXIMATE_RECEIVE_COUNT, SENT_TIMESTAMP)
        .messageAttributeNames("All")
        .overrideConfiguration(call -> call.apiCallAttemptTimeout(wait.plus(ANSWER_TIME)).apiCallTimeout(wait.plus(ANSWER_TIME.multipliedBy(2))))
        .build()))).map(answer -> answer.messages());
  }

  @Override
  public Uni<Void> delete(Message message) {
    return deletes.add(message);
  }

  @Override
  public Uni<Void> hide(Message message, Duration time) {
    return hidings.add(new Hiding(message, (int) time.plusMillis(999).toSeconds()));
  }

  @Override
  public Uni<Void> bury(Message message, String reason) {
    var attributes = new HashMap<>(message.messageAttributes());
    if (attributes.size() < MOST_ATTRIBUTES) {
      attributes.put("reason", MessageAttributeValue.builder().dataType("String").stringValue(reason).build());
    }
    return deadLetters.get().flatMap(found -> Uni.createFrom().completionStage(() -> sqs.sendMessage(SendMessageRequest.builder()
        .queueUrl(found)
        .messageBody(message.body())
        .messageAttributes(attributes)
        .build()))).replaceWithVoid();
  }

  private Lookup<String> url(String name) {
    return new Lookup<>(Uni.createFrom().completionStage(() -> sqs.getQueueUrl(request -> request.queueName(name))).map(GetQueueUrlResponse::queueUrl));
  }

  private Uni<List<Refusal>> deleteBatch(List<Message> messages) {
    var entries = IntStream.range(0, messages.size())
        .mapToObj(i -> DeleteMessageBatchRequestEntry.builder().id(Integer.toString(i)).receiptHandle(messages.get(i).receiptHandle()).build())
        .toList();
    return url.get()
        .flatMap(found -> Uni.createFrom().completionStage(() -> sqs.deleteMessageBatch(request -> request.queueUrl(found).entries(entries))))
        .map(answer -> BatchCall.refusals(
            entries.size(),
            answer.successful().stream().map(DeleteMessageBatchResultEntry::id).collect(Collectors.toSet()),
            QueueSender.refusals(answer.failed())));
  }

  private Uni<List<Refusal>> hideBatch(List<Hiding> hidings) {
    var entries = IntStream.range(0, hidings.size()).mapToObj(i -> ChangeMessageVisibilityBatchRequestEntry.builder()
        .id(Integer.toString(i))
        .receiptHandle(hidings.get(i).message().receiptHandle())
        .visibilityTimeout(hidings.get(i).seconds())
        .build()).toList();
    return url.get()
        .flatMap(found -> Uni.createFrom().completionStage(() -> sqs.changeMessageVisibilityBatch(request -> request.queueUrl(found).entries(entries))))
        .map(answer -> BatchCall.refusals(
            entries.size(),
            answer.successful().stream().map(ChangeMessageVisibilityBatchResultEntry::id).collect(Collectors.toSet()),
            QueueSender.refusals(answer.failed())));
  }

  private static int size(Message message) {
    return message.receiptHandle().length() + ENTRY_OVERHEAD;
  }
}
