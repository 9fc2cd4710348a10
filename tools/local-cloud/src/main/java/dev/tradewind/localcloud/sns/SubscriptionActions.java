package dev.tradewind.localcloud.sns;

import java.util.LinkedHashMap;
import java.util.Map;

/** Subscriptions of queues to topics: make, end, list, describe, change. */
final class SubscriptionActions {

  private final Registry registry;

  SubscriptionActions(Registry registry) {
    this.registry = registry;
  }

  Map<String, Action> byName() {
    return Map.of(
        "Subscribe", TopicActions.now(this::subscribe),
        "Unsubscribe", TopicActions.now(this::unsubscribe),
        "ListSubscriptions", TopicActions.now(this::list),
        "ListSubscriptionsByTopic", TopicActions.now(this::listByTopic),
        "GetSubscriptionAttributes", TopicActions.now(this::describe),
        "SetSubscriptionAttributes", TopicActions.now(this::change));
  }

  private Xml subscribe(Form form) {
    var topicArn = Arn.checked("TopicArn", form.required("TopicArn"));
    var protocol = form.required("Protocol");
    if (!protocol.equals("sqs")) {
      throw SnsException.invalidParameter(
          "Protocol Reason: only sqs is available here, not " + protocol);
    }
    var endpoint = form.required("Endpoint");
    Arn.queueName(endpoint);
    var subscription = registry.subscribe(
        topicArn, endpoint, SubscriptionAttributes.of(form.map("Attributes")));
    return new Xml().element("SubscriptionArn", subscription.arn());
  }

  private Xml unsubscribe(Form form) {
    registry.unsubscribe(subscriptionArn(form));
    return new Xml();
  }

  private Xml list(Form form) {
    return Page.of(registry.subscriptions(), Subscription::arn, form.optional("NextToken"))
        .toXml("Subscriptions", SubscriptionActions::summary);
  }

  private Xml listByTopic(Form form) {
    var topic = registry.topic(Arn.checked("TopicArn", form.required("TopicArn")));
    return Page.of(registry.subscriptionsOf(topic.arn()), Subscription::arn, form.optional("NextToken"))
        .toXml("Subscriptions", SubscriptionActions::summary);
  }

  private Xml describe(Form form) {
    var subscription = registry.subscription(subscriptionArn(form));
    var attributes = new LinkedHashMap<String, String>();
    attributes.put("SubscriptionArn", subscription.arn());
    attributes.put("TopicArn", subscription.topicArn());
    attributes.put("Owner", Arn.ACCOUNT);
    attributes.put("Protocol", "sqs");
    attributes.put("Endpoint", subscription.queueArn());
    attributes.put("ConfirmationWasAuthenticated", "true");
    attributes.put("PendingConfirmation", "false");
    attributes.putAll(subscription.attributes().values());
    return new Xml().map("Attributes", attributes);
  }

  private Xml change(Form form) {
    registry.setAttribute(
        subscriptionArn(form), form.required("AttributeName"), form.optional("AttributeValue").orElse(""));
    return new Xml();
  }

  private static Xml summary(Subscription subscription) {
    return new Xml()
        .element("SubscriptionArn", subscription.arn())
        .element("Owner", Arn.ACCOUNT)
        .element("Protocol", "sqs")
        .element("Endpoint", subscription.queueArn())
        .element("TopicArn", subscription.topicArn());
  }

  private static String subscriptionArn(Form form) {
    return Arn.checked("SubscriptionArn", form.required("SubscriptionArn"));
  }
}
