package dev.tradewind.aws;

import dev.tradewind.aws.BatchCall.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** Sends to one queue, in batches. */
final class QueueSender {

  private final SqsAsyncClient sqs;
  private final String url;
  private final Batcher<Parcel> batcher;

  QueueSender(SqsAsyncClient sqs, String url, Duration linger, Timer timer, DoubleSupplier chance) {
    this.sqs = sqs;
    this.url = url;
    this.batcher = new Batcher<>(Batcher.Limits.MESSAGES, Parcel::bytes, this::sendBatch, linger, timer, chance);
  }

  /** Completes when the queue has it. */
  Uni<Void> send(Parcel parcel) {
    return batcher.add(parcel);
  }

  private Uni<List<Refusal>> sendBatch(List<Parcel> parcels) {
    var entries = IntStream.range(0, parcels.size()).mapToObj(index -> entry(index, parcels.get(index))).toList();
    return Uni.createFrom().completionStage(() -> sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries)))
        .map(answer -> BatchCall.refusals(
            parcels.size(),
            answer.successful().stream().map(SendMessageBatchResultEntry::id).collect(Collectors.toSet()),
            refusals(answer.failed())));
  }

  static List<Refusal> refusals(List<BatchResultErrorEntry> failed) {
    return failed.stream().map(entry -> new Refusal(Integer.parseInt(entry.id()), entry.senderFault(), entry.code())).toList();
  }

  private static SendMessageBatchRequestEntry entry(int index, Parcel parcel) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(index))
        .messageBody(parcel.body())
        .messageAttributes(attributes(parcel.attributes()))
        .delaySeconds(parcel.delaySeconds())
        .build();
  }

  private static Map<String, MessageAttributeValue> attributes(Map<String, String> attributes) {
    var values = new HashMap<String, MessageAttributeValue>();
    attributes.forEach((name, value) -> values.put(name, MessageAttributeValue.builder().dataType("String").stringValue(value).build()));
    return values;
  }
}
