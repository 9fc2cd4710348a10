package dev.tradewind.launcher.resources;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Queues, by CreateQueue and SetQueueAttributes. */
final class Queues implements Kind {

  private static final List<String> ATTRIBUTES = QueueAttributeName.knownValues().stream().map(QueueAttributeName::toString).toList();

  private final SqsClient sqs;

  Queues(SqsClient sqs) {
    this.sqs = sqs;
  }

  static CreateQueueRequest request(Manifest manifest) {
    Attributes attributes = Attributes.of(manifest, ATTRIBUTES);
    return new SdkShape(manifest).fill(CreateQueueRequest.builder(), attributes.rest())
        .attributesWithStrings(attributes.wanted()).build();
  }

  @Override
  public Change apply(Manifest manifest) {
    CreateQueueRequest wanted = request(manifest);
    Optional<String> url = find(wanted.queueName());
    if (url.isEmpty()) {
      manifest.call("CreateQueue", () -> sqs.createQueue(wanted));
      return Change.CREATED;
    }
    Map<String, String> before = attributes(manifest, url.get());
    Map<String, String> differing = Attributes.of(manifest, ATTRIBUTES).differingFrom(before);
    if (differing.isEmpty()) {
      return Change.UNCHANGED;
    }
    manifest.call("SetQueueAttributes", () -> sqs.setQueueAttributes(set -> set.queueUrl(url.get()).attributesWithStrings(differing)));
    // Stand-ins for SQS accept attributes that they do not keep: those differ for ever, and setting them changes nothing.
    Map<String, String> after = attributes(manifest, url.get());
    return differing.keySet().stream().allMatch(name -> Objects.equals(before.get(name), after.get(name))) ? Change.UNCHANGED : Change.UPDATED;
  }

  private Map<String, String> attributes(Manifest manifest, String url) {
    return manifest.call("GetQueueAttributes",
        () -> sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))).attributesAsStrings();
  }

  private Optional<String> find(String queue) {
    try {
      return Optional.of(sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl());
    } catch (QueueDoesNotExistException missing) {
      return Optional.empty();
    }
  }
}
