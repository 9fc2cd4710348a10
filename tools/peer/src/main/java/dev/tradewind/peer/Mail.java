package dev.tradewind.peer;

import dev.tradewind.peer.Resources.Addresses;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Sends commands to queues and events to topics, in batches. */
final class Mail {

  static final int MOST_ENTRIES = 10;

  private final Cloud cloud;
  private final Addresses addresses;

  Mail(Cloud cloud, Addresses addresses) {
    this.cloud = cloud;
    this.addresses = addresses;
  }

  /** Sends up to ten to the one destination they share, and returns those that arrived. */
  List<Letter> send(List<Letter> batch) {
    Set<String> arrived = new HashSet<>(batch.getFirst().command() ? toQueue(batch) : toTopic(batch));
    return IntStream.range(0, batch.size()).filter(i -> arrived.contains(Integer.toString(i))).mapToObj(batch::get).toList();
  }

  private Set<String> toQueue(List<Letter> batch) {
    var entries = IntStream.range(0, batch.size()).mapToObj(i -> SendMessageBatchRequestEntry.builder().id(Integer.toString(i))
        .messageBody(batch.get(i).body()).delaySeconds(batch.get(i).delaySeconds()).build()).toList();
    return cloud.sqs.sendMessageBatch(send -> send.queueUrl(addresses.queueUrls().get(batch.getFirst().destination())).entries(entries)).join()
        .successful().stream().map(entry -> entry.id()).collect(Collectors.toSet());
  }

  private Set<String> toTopic(List<Letter> batch) {
    var entries = IntStream.range(0, batch.size()).mapToObj(i -> PublishBatchRequestEntry.builder().id(Integer.toString(i))
        .message(batch.get(i).body()).messageAttributes(Map.of("type",
            MessageAttributeValue.builder().dataType("String").stringValue(batch.get(i).kind()).build())).build()).toList();
    return cloud.sns.publishBatch(publish -> publish.topicArn(addresses.topicArns().get(batch.getFirst().destination()))
        .publishBatchRequestEntries(entries)).join().successful().stream().map(entry -> entry.id()).collect(Collectors.toSet());
  }
}
