package dev.tradewind.launcher.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.Subscription;

/** Subscriptions, by Subscribe and SetSubscriptionAttributes. */
final class Subscriptions implements Kind {

  // The SDK has no list of them; these are the attributes of the ACK Subscription.
  private static final List<String> ATTRIBUTES = List.of("DeliveryPolicy", "FilterPolicy", "FilterPolicyScope", "RawMessageDelivery",
      "RedrivePolicy", "ReplayPolicy", "SubscriptionRoleArn");

  private final SnsClient sns;
  private final Account account;

  Subscriptions(SnsClient sns, Account account) {
    this.sns = sns;
    this.account = account;
  }

  /** The topic by ARN, or by {@code topicRef}, whose Kubernetes name is the topic's own name in this chart. */
  static String topic(Manifest manifest, Account account) {
    String reference = manifest.spec().at("/topicRef/from/name").asText();
    return reference.isEmpty() ? manifest.text("topicARN") : account.arn("sns", reference);
  }

  static SubscribeRequest request(Manifest manifest, Account account) {
    Attributes attributes = Attributes.of(manifest, ATTRIBUTES);
    ObjectNode rest = attributes.rest();
    rest.remove("topicRef");
    return new SdkShape(manifest).fill(SubscribeRequest.builder(), rest)
        .topicArn(topic(manifest, account))
        .attributes(attributes.wanted())
        .returnSubscriptionArn(true)
        .build();
  }

  @Override
  public Change apply(Manifest manifest) {
    SubscribeRequest wanted = request(manifest, account);
    Optional<String> arn = find(manifest, wanted);
    if (arn.isEmpty()) {
      manifest.call("Subscribe", () -> sns.subscribe(wanted));
      return Change.CREATED;
    }
    Map<String, String> actual = manifest.call("GetSubscriptionAttributes",
        () -> sns.getSubscriptionAttributes(get -> get.subscriptionArn(arn.get()))).attributes();
    Map<String, String> differing = Attributes.of(manifest, ATTRIBUTES).differingFrom(actual);
    differing.forEach((name, value) -> manifest.call("SetSubscriptionAttributes " + name, () -> sns.setSubscriptionAttributes(
        set -> set.subscriptionArn(arn.get()).attributeName(name).attributeValue(value))));
    return differing.isEmpty() ? Change.UNCHANGED : Change.UPDATED;
  }

  private Optional<String> find(Manifest manifest, SubscribeRequest wanted) {
    return manifest.call("ListSubscriptionsByTopic",
        () -> sns.listSubscriptionsByTopicPaginator(list -> list.topicArn(wanted.topicArn())).subscriptions().stream()
            .filter(existing -> existing.protocol().equals(wanted.protocol()) && existing.endpoint().equals(wanted.endpoint()))
            .map(Subscription::subscriptionArn)
            .findFirst());
  }
}
