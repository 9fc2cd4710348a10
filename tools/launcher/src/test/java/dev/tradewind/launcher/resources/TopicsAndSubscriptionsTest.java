package dev.tradewind.launcher.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicResponse;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.paginators.ListSubscriptionsByTopicIterable;

class TopicsAndSubscriptionsTest {

  private final FakeSns sns = new FakeSns();
  private final Topics topics = new Topics(sns, Rendered.ACCOUNT);
  private final Subscriptions subscriptions = new Subscriptions(sns, Rendered.ACCOUNT);
  private final Manifest topic = Rendered.named(Rendered.local(), "Topic", "tradewind-payments");
  private final Manifest subscription = Rendered.named(Rendered.local(), "Subscription", "tradewind-orders-events-from-payments");

  @Test
  void aMissingTopicIsCreatedAndThenLeftAlone() {
    assertThat(topics.apply(topic)).isEqualTo(Change.CREATED);
    assertThat(topics.apply(topic)).isEqualTo(Change.UNCHANGED);
  }

  @Test
  void aTopicWithAnotherAttributeIsBroughtInLine() {
    topics.apply(topic);

    assertThat(topics.apply(Rendered.with(topic, "displayName", "Payments"))).isEqualTo(Change.UPDATED);
    assertThat(sns.topics.get("arn:aws:sns:us-east-1:000000000000:tradewind-payments")).containsEntry("DisplayName", "Payments");
  }

  @Test
  void aMissingSubscriptionIsCreatedByTheNameOfItsTopicAndThenLeftAlone() {
    topics.apply(topic);

    assertThat(subscriptions.apply(subscription)).isEqualTo(Change.CREATED);
    assertThat(subscriptions.apply(subscription)).isEqualTo(Change.UNCHANGED);
    assertThat(sns.subscribed).singleElement().satisfies(request -> {
      assertThat(request.topicArn()).isEqualTo("arn:aws:sns:us-east-1:000000000000:tradewind-payments");
      assertThat(request.endpoint()).isEqualTo("arn:aws:sqs:us-east-1:000000000000:tradewind-orders-events");
      assertThat(request.attributes()).containsEntry("RawMessageDelivery", "true");
    });
  }

  @Test
  void aSubscriptionMayNameItsTopicByArnToo() {
    Manifest byArn = Rendered.with(Rendered.without(subscription, "topicRef"), "topicARN", "arn:of:topic");

    assertThat(Subscriptions.request(byArn, Rendered.ACCOUNT).topicArn()).isEqualTo("arn:of:topic");
    assertThatThrownBy(() -> Subscriptions.request(Rendered.without(subscription, "topicRef"), Rendered.ACCOUNT))
        .hasMessage("Subscription tradewind-orders-events-from-payments: topicARN: is missing");
  }

  @Test
  void anotherFilterIsSetAndNothingElse() {
    topics.apply(topic);
    subscriptions.apply(subscription);

    assertThat(subscriptions.apply(Rendered.with(subscription, "filterPolicy", "{\"type\":[\"x\"]}"))).isEqualTo(Change.UPDATED);
    assertThat(sns.set).containsExactly("FilterPolicy={\"type\":[\"x\"]}");
  }

  /** Topics and subscriptions with their attributes. */
  private static final class FakeSns implements SnsClient {
    private final Map<String, Map<String, String>> topics = new HashMap<>();
    private final List<SubscribeRequest> subscribed = new ArrayList<>();
    private final Map<String, String> attributes = new HashMap<>();
    private final List<String> set = new ArrayList<>();

    @Override
    public GetTopicAttributesResponse getTopicAttributes(GetTopicAttributesRequest request) {
      if (!topics.containsKey(request.topicArn())) {
        throw NotFoundException.builder().message("no such topic").build();
      }
      return GetTopicAttributesResponse.builder().attributes(topics.get(request.topicArn())).build();
    }

    @Override
    public CreateTopicResponse createTopic(CreateTopicRequest request) {
      topics.put(Rendered.ACCOUNT.arn("sns", request.name()), new HashMap<>(request.attributes()));
      return CreateTopicResponse.builder().build();
    }

    @Override
    public SetTopicAttributesResponse setTopicAttributes(SetTopicAttributesRequest request) {
      topics.get(request.topicArn()).put(request.attributeName(), request.attributeValue());
      return SetTopicAttributesResponse.builder().build();
    }

    @Override
    public SubscribeResponse subscribe(SubscribeRequest request) {
      subscribed.add(request);
      attributes.putAll(request.attributes());
      return SubscribeResponse.builder().build();
    }

    @Override
    public ListSubscriptionsByTopicResponse listSubscriptionsByTopic(ListSubscriptionsByTopicRequest request) {
      return ListSubscriptionsByTopicResponse.builder().subscriptions(subscribed.stream().filter(one -> one.topicArn().equals(request.topicArn()))
          .map(one -> Subscription.builder().protocol(one.protocol()).endpoint(one.endpoint()).subscriptionArn("arn").build()).toList()).build();
    }

    @Override
    public ListSubscriptionsByTopicIterable listSubscriptionsByTopicPaginator(ListSubscriptionsByTopicRequest request) {
      return new ListSubscriptionsByTopicIterable(this, request);
    }

    @Override
    public GetSubscriptionAttributesResponse getSubscriptionAttributes(GetSubscriptionAttributesRequest request) {
      return GetSubscriptionAttributesResponse.builder().attributes(attributes).build();
    }

    @Override
    public SetSubscriptionAttributesResponse setSubscriptionAttributes(SetSubscriptionAttributesRequest request) {
      set.add(request.attributeName() + "=" + request.attributeValue());
      return SetSubscriptionAttributesResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "sns";
    }

    @Override
    public void close() {}
  }
}
