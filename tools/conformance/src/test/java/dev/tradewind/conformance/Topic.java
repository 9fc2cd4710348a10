package dev.tradewind.conformance;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A topic and the queues subscribed to it. */
record Topic(SnsClient sns, String name, String arn) {

  static final Map<String, String> RAW = Map.of("RawMessageDelivery", "true");

  static Topic create(SnsClient sns, String name) {
    return new Topic(sns, name, sns.createTopic(topic -> topic.name(name)).topicArn());
  }

  /** Subscribes a queue, and lets the topic send to it. */
  String subscribe(Queue queue, Map<String, String> attributes) {
    var policy = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},
        "Action":"sqs:SendMessage","Resource":"%s","Condition":{"ArnEquals":{"aws:SourceArn":"%s"}}}]}"""
        .formatted(queue.arn(), arn);
    queue.sqs().setQueueAttributes(set -> set.queueUrl(queue.url()).attributes(Map.of(QueueAttributeName.POLICY, policy)));
    return sns.subscribe(subscribe -> subscribe
        .topicArn(arn).protocol("sqs").endpoint(queue.arn()).attributes(attributes).returnSubscriptionArn(true))
        .subscriptionArn();
  }

  /** Raw delivery of what the filter lets through. */
  static Map<String, String> filtered(String scope, String policy) {
    var attributes = new HashMap<>(RAW);
    attributes.put("FilterPolicyScope", scope);
    attributes.put("FilterPolicy", policy);
    return attributes;
  }

  String publish(String message, Map<String, MessageAttributeValue> attributes) {
    return sns.publish(publish -> publish.topicArn(arn).message(message).messageAttributes(attributes)).messageId();
  }

  static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }

  void delete() {
    sns.deleteTopic(delete -> delete.topicArn(arn));
  }
}
