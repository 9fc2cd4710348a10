package dev.tradewind.launcher.resources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/** Topics, by CreateTopic and SetTopicAttributes. */
final class Topics implements Kind {

  // The SDK has no list of them; these are the attributes of the ACK Topic.
  private static final List<String> ATTRIBUTES = List.of("ArchivePolicy", "ContentBasedDeduplication", "DeliveryPolicy", "DisplayName",
      "FifoThroughputScope", "FifoTopic", "KmsMasterKeyId", "Policy", "SignatureVersion", "TracingConfig");

  private final SnsClient sns;
  private final Account account;

  Topics(SnsClient sns, Account account) {
    this.sns = sns;
    this.account = account;
  }

  static CreateTopicRequest request(Manifest manifest) {
    Attributes attributes = Attributes.of(manifest, ATTRIBUTES);
    CreateTopicRequest.Builder request = new SdkShape(manifest).fill(CreateTopicRequest.builder(), attributes.rest());
    return attributes.wanted().isEmpty() ? request.build() : request.attributes(attributes.wanted()).build();
  }

  @Override
  public Change apply(Manifest manifest) {
    String arn = account.arn("sns", manifest.text("name"));
    Optional<Map<String, String>> actual = find(manifest, arn);
    if (actual.isEmpty()) {
      manifest.call("CreateTopic", () -> sns.createTopic(request(manifest)));
      return Change.CREATED;
    }
    Map<String, String> differing = Attributes.of(manifest, ATTRIBUTES).differingFrom(actual.get());
    differing.forEach((name, value) -> manifest.call("SetTopicAttributes " + name,
        () -> sns.setTopicAttributes(set -> set.topicArn(arn).attributeName(name).attributeValue(value))));
    return differing.isEmpty() ? Change.UNCHANGED : Change.UPDATED;
  }

  private Optional<Map<String, String>> find(Manifest manifest, String arn) {
    try {
      return Optional.of(sns.getTopicAttributes(get -> get.topicArn(arn)).attributes());
    } catch (NotFoundException missing) {
      return Optional.empty();
    }
  }
}
