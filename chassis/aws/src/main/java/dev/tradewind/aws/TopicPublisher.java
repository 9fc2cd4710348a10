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
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;

/** Publishes to one topic, in batches. */
final class TopicPublisher {

  private final SnsAsyncClient sns;
  private final String arn;
  private final Batcher<Parcel> batcher;

  TopicPublisher(SnsAsyncClient sns, String arn, Duration linger, Timer timer, DoubleSupplier chance) {
    this.sns = sns;
    this.arn = arn;
    this.batcher = new Batcher<>(Batcher.Limits.MESSAGES, Parcel::bytes, this::publishBatch, linger, timer, chance);
  }

  /** Completes when the topic has it. */
  Uni<Void> publish(Parcel parcel) {
    return batcher.add(parcel);
  }

  private Uni<List<Refusal>> publishBatch(List<Parcel> parcels) {
    var entries = IntStream.range(0, parcels.size()).mapToObj(index -> entry(index, parcels.get(index))).toList();
    return Uni.createFrom().completionStage(() -> sns.publishBatch(request -> request.topicArn(arn).publishBatchRequestEntries(entries)))
        .map(answer -> BatchCall.refusals(
            parcels.size(),
            answer.successful().stream().map(PublishBatchResultEntry::id).collect(Collectors.toSet()),
            answer.failed().stream().map(entry -> new Refusal(Integer.parseInt(entry.id()), entry.senderFault(), entry.code())).toList()));
  }

  private static PublishBatchRequestEntry entry(int index, Parcel parcel) {
    return PublishBatchRequestEntry.builder()
        .id(Integer.toString(index))
        .message(parcel.body())
        .messageAttributes(attributes(parcel.attributes()))
        .build();
  }

  private static Map<String, MessageAttributeValue> attributes(Map<String, String> attributes) {
    var values = new HashMap<String, MessageAttributeValue>();
    attributes.forEach((name, value) -> values.put(name, MessageAttributeValue.builder().dataType("String").stringValue(value).build()));
    return values;
  }
}
