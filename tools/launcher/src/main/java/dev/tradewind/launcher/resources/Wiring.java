package dev.tradewind.launcher.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks that the resources fit together before any is applied: a queue without its dead-letter queue, or a subscription to nowhere, is
 * an error here and not a lost message later.
 */
final class Wiring {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Account account;
  private final Map<String, Manifest> queues;
  private final Set<String> topics;
  private final List<Manifest> manifests;

  Wiring(List<Manifest> manifests, Account account) {
    this.manifests = manifests;
    this.account = account;
    this.queues = ofKind("Queue").stream().collect(Collectors.toMap(queue -> account.arn("sqs", queue.text("queueName")), queue -> queue));
    this.topics = ofKind("Topic").stream().map(topic -> account.arn("sns", topic.text("name"))).collect(Collectors.toSet());
  }

  void check() {
    Set<String> deadLetterQueues = ofKind("Queue").stream().filter(queue -> queue.spec().has("redrivePolicy"))
        .map(this::deadLetterQueue).collect(Collectors.toSet());
    queues.forEach((arn, queue) -> {
      if (!queue.spec().has("redrivePolicy") && !deadLetterQueues.contains(arn)) {
        throw queue.refuse("redrivePolicy", "is missing, and the queue is no other queue's dead-letter queue; every queue needs one");
      }
    });
    ofKind("Subscription").forEach(this::checkSubscription);
  }

  private String deadLetterQueue(Manifest queue) {
    JsonNode policy = json(queue, "redrivePolicy");
    String target = policy.path("deadLetterTargetArn").asText();
    String expected = account.arn("sqs", queue.text("queueName") + "-dlq");
    if (!target.equals(expected)) {
      throw queue.refuse("redrivePolicy", "deadLetterTargetArn is '" + target + "'; expected " + expected);
    }
    if (!queues.containsKey(target)) {
      throw queue.refuse("redrivePolicy", "the dead-letter queue " + target + " is not among the rendered queues; add it");
    }
    if (policy.path("maxReceiveCount").asInt() < 1) {
      throw queue.refuse("redrivePolicy", "maxReceiveCount is " + policy.path("maxReceiveCount") + "; expected a number of at least 1");
    }
    return target;
  }

  private void checkSubscription(Manifest subscription) {
    String topic = Subscriptions.topic(subscription, account);
    if (!topics.contains(topic)) {
      throw subscription.refuse("topicRef", "there is no topic " + topic + " among the rendered topics; they are " + topics);
    }
    Manifest queue = queues.get(subscription.text("endpoint"));
    if (queue == null) {
      throw subscription.refuse("endpoint", "there is no queue " + subscription.text("endpoint") + " among the rendered queues");
    }
    if (!queue.optionalText("policy").map(policy -> json(queue, "policy").findValues("aws:SourceArn").toString().contains('"' + topic + '"'))
        .orElse(false)) {
      throw queue.refuse("policy", "does not let " + topic + " send, though " + subscription.name() + " subscribes the queue to it");
    }
    json(subscription, "filterPolicy");
  }

  private static JsonNode json(Manifest manifest, String field) {
    try {
      return JSON.readTree(manifest.text(field));
    } catch (JsonProcessingException notJson) {
      throw manifest.refuse(field, "must be JSON in a string: " + notJson.getOriginalMessage());
    }
  }

  private List<Manifest> ofKind(String kind) {
    return manifests.stream().filter(manifest -> manifest.kind().equals(kind)).toList();
  }
}
