package dev.tradewind.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;

@ConformanceTest
class SnsTopicIT {

  @Test
  void creating_a_topic_again_finds_it(Cloud cloud) {
    var topic = cloud.topic();
    assertThat(topic.arn()).startsWith("arn:aws:sns:").endsWith(":" + topic.name());
    assertThat(cloud.sns.createTopic(create -> create.name(topic.name())).topicArn()).isEqualTo(topic.arn());
  }

  @Test
  void a_name_with_other_characters_is_refused(Cloud cloud) {
    assertThat(catchThrowableOfType(InvalidParameterException.class,
        () -> cloud.sns.createTopic(create -> create.name("no spaces")))).isNotNull();
  }

  @Test
  void a_topic_is_listed(Cloud cloud) {
    var topic = cloud.topic();
    assertThat(cloud.sns.listTopicsPaginator().topics().stream().anyMatch(listed -> listed.topicArn().equals(topic.arn())))
        .isTrue();
  }

  @Test
  void a_deleted_topic_is_not_found_and_may_be_deleted_again(Cloud cloud) {
    var topic = cloud.topic();
    topic.delete();
    topic.delete();
    assertThat(catchThrowableOfType(NotFoundException.class,
        () -> cloud.sns.getTopicAttributes(get -> get.topicArn(topic.arn())))).isNotNull();
    assertThat(catchThrowableOfType(NotFoundException.class, () -> topic.publish("lost", Map.of()))).isNotNull();
  }

  @Test
  void a_topic_shows_its_arn_and_owner(Cloud cloud) {
    var topic = cloud.topic();
    var attributes = cloud.sns.getTopicAttributes(get -> get.topicArn(topic.arn())).attributes();
    assertThat(attributes).containsEntry("TopicArn", topic.arn());
    assertThat(topic.arn()).contains(":" + attributes.get("Owner") + ":");
  }

  @Test
  void subscribing_again_finds_the_subscription(Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    var subscription = topic.subscribe(queue, Topic.RAW);
    assertThat(subscription).startsWith(topic.arn() + ":");
    assertThat(topic.subscribe(queue, Topic.RAW)).isEqualTo(subscription);
  }

  @Test
  void subscribing_again_with_other_attributes_is_refused(Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    topic.subscribe(queue, Topic.RAW);
    assertThat(catchThrowableOfType(InvalidParameterException.class,
        () -> topic.subscribe(queue, Map.of("RawMessageDelivery", "false")))).isNotNull();
  }

  @Test
  void subscribing_to_a_topic_that_is_not_there_is_refused(Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    topic.delete();
    assertThat(catchThrowableOfType(NotFoundException.class, () -> topic.subscribe(queue, Topic.RAW))).isNotNull();
  }

  @Test
  void subscriptions_are_listed_with_their_topic(Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    var subscription = topic.subscribe(queue, Topic.RAW);
    assertThat(cloud.sns.listSubscriptionsByTopic(list -> list.topicArn(topic.arn())).subscriptions())
        .singleElement()
        .satisfies(listed -> {
          assertThat(listed.subscriptionArn()).isEqualTo(subscription);
          assertThat(listed.protocol()).isEqualTo("sqs");
          assertThat(listed.endpoint()).isEqualTo(queue.arn());
        });
    assertThat(cloud.sns.listSubscriptionsPaginator().subscriptions().stream().map(Subscription::subscriptionArn)
        .anyMatch(subscription::equals)).isTrue();
  }

  @Test
  void an_ended_subscription_is_not_listed(Cloud cloud) {
    var topic = cloud.topic();
    var subscription = topic.subscribe(cloud.queue(), Topic.RAW);
    cloud.sns.unsubscribe(end -> end.subscriptionArn(subscription));
    assertThat(cloud.sns.listSubscriptionsByTopic(list -> list.topicArn(topic.arn())).subscriptions()).isEmpty();
  }

  @Test
  void subscription_attributes_are_shown_as_they_were_set(Cloud cloud) {
    var topic = cloud.topic();
    var subscription = topic.subscribe(cloud.queue(), Map.of());
    cloud.sns.setSubscriptionAttributes(set -> set
        .subscriptionArn(subscription).attributeName("RawMessageDelivery").attributeValue("true"));
    cloud.sns.setSubscriptionAttributes(set -> set
        .subscriptionArn(subscription).attributeName("FilterPolicy").attributeValue("{\"type\":[\"a\"]}"));
    assertThat(cloud.sns.getSubscriptionAttributes(get -> get.subscriptionArn(subscription)).attributes())
        .containsEntry("RawMessageDelivery", "true")
        .containsEntry("FilterPolicy", "{\"type\":[\"a\"]}")
        .containsEntry("FilterPolicyScope", "MessageAttributes")
        .containsEntry("TopicArn", topic.arn())
        .containsEntry("PendingConfirmation", "false");
  }

  @Test
  void a_filter_policy_that_is_none_is_refused(Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    assertThat(catchThrowableOfType(InvalidParameterException.class,
        () -> topic.subscribe(queue, Map.of("FilterPolicy", "{\"type\":\"not a list\"}")))).isNotNull();
  }

  @Test
  void an_attribute_that_is_none_is_refused(Cloud cloud) {
    var subscription = cloud.topic().subscribe(cloud.queue(), Map.of());
    assertThat(catchThrowableOfType(InvalidParameterException.class,
        () -> cloud.sns.setSubscriptionAttributes(set -> set
            .subscriptionArn(subscription).attributeName("NoSuchAttribute").attributeValue("x")))).isNotNull();
  }
}
