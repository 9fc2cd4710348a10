package dev.tradewind.localcloud.sns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Every topic and subscription there is. Each change is on disk, when there is a disk, before it is answered. */
final class Registry {

  private final TreeMap<String, Topic> topics = new TreeMap<>();
  private final TreeMap<String, Subscription> subscriptions = new TreeMap<>();
  private final Optional<RegistryFile> file;

  Registry(Optional<RegistryFile> file) {
    this.file = file;
    file.ifPresent(stored -> {
      stored.topics().forEach(topic -> topics.put(topic.arn(), topic));
      stored.subscriptions().forEach(subscription -> subscriptions.put(subscription.arn(), subscription));
    });
  }

  /** Creates a topic, or finds the one that is there when no given attribute differs. */
  synchronized Topic createTopic(String name, Map<String, String> attributes) {
    var existing = topics.get(Arn.ofTopic(name));
    if (existing == null) {
      var topic = new Topic(name, attributes);
      topics.put(topic.arn(), topic);
      save();
      return topic;
    }
    if (!existing.attributes().entrySet().containsAll(attributes.entrySet())) {
      throw SnsException.invalidParameter("Attributes Reason: Topic already exists with different attributes");
    }
    return existing;
  }

  /** Deletes a topic and its subscriptions; one that is not there is as good as deleted. */
  synchronized void deleteTopic(String arn) {
    if (topics.remove(arn) != null) {
      subscriptions.values().removeIf(subscription -> subscription.topicArn().equals(arn));
      save();
    }
  }

  synchronized Topic topic(String arn) {
    return Optional.ofNullable(topics.get(arn)).orElseThrow(() -> SnsException.notFound("Topic"));
  }

  /** Subscribes a queue, or finds its subscription when the attributes are the same. */
  synchronized Subscription subscribe(String topicArn, String queueArn, SubscriptionAttributes attributes) {
    topic(topicArn);
    var existing = subscriptionsOf(topicArn).stream()
        .filter(subscription -> subscription.queueArn().equals(queueArn))
        .findFirst();
    if (existing.isEmpty()) {
      var subscription = new Subscription(topicArn + ":" + UUID.randomUUID(), topicArn, queueArn, attributes);
      put(subscription);
      return subscription;
    }
    if (!existing.get().attributes().sameAs(attributes)) {
      throw SnsException.invalidParameter("Attributes Reason: Subscription already exists with different attributes");
    }
    return existing.get();
  }

  synchronized Subscription subscription(String arn) {
    return Optional.ofNullable(subscriptions.get(arn)).orElseThrow(() -> SnsException.notFound("Subscription"));
  }

  synchronized void setAttribute(String subscriptionArn, String name, String value) {
    var subscription = subscription(subscriptionArn);
    put(subscription.with(subscription.attributes().with(name, value)));
  }

  synchronized void unsubscribe(String subscriptionArn) {
    if (subscriptions.remove(subscriptionArn) != null) {
      save();
    }
  }

  /** A subscription's ARN starts with its topic's, so they stand together. */
  synchronized List<Subscription> subscriptionsOf(String topicArn) {
    return List.copyOf(subscriptions.subMap(topicArn + ":", topicArn + ";").values());
  }

  synchronized List<Topic> topics() {
    return List.copyOf(topics.values());
  }

  synchronized List<Subscription> subscriptions() {
    return List.copyOf(subscriptions.values());
  }

  private void put(Subscription subscription) {
    subscriptions.put(subscription.arn(), subscription);
    save();
  }

  private void save() {
    file.ifPresent(stored -> stored.write(topics(), subscriptions()));
  }
}
