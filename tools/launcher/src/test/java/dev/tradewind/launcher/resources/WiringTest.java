package dev.tradewind.launcher.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WiringTest {

  private static final List<Manifest> CHART = Rendered.onAws();
  private static final String QUEUE = "tradewind-orders-events";

  @Test
  void theChartFitsTogether() {
    assertThatCode(() -> check(CHART)).doesNotThrowAnyException();
  }

  @Test
  void aQueueWithoutARedrivePolicyIsRefused() {
    refuses(changed("Queue", QUEUE, queue -> Rendered.without(queue, "redrivePolicy")), "Queue tradewind-orders-events");
  }

  @Test
  void aQueueWhoseDeadLetterQueueIsMissingIsRefused() {
    refuses(CHART.stream().filter(manifest -> !manifest.name().equals(QUEUE + "-dlq")).toList(),
        "Queue tradewind-orders-events: redrivePolicy: the dead-letter queue arn:aws:sqs:us-east-1:000000000000:tradewind-orders-events-dlq is not");
  }

  @Test
  void aRedrivePolicyThatNamesAnotherQueueIsRefused() {
    refuses(changed("Queue", QUEUE, queue -> Rendered.with(queue, "redrivePolicy",
            "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:tradewind-shipping-events-dlq\",\"maxReceiveCount\":20}")),
        "Queue tradewind-orders-events: redrivePolicy: deadLetterTargetArn is 'arn:aws:sqs:us-east-1:000000000000:tradewind-shipping-events-dlq'");
  }

  @Test
  void aRedrivePolicyOfAnotherAccountIsRefused() {
    refuses(changed("Queue", QUEUE, queue -> Rendered.with(queue, "redrivePolicy",
        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:111111111111:tradewind-orders-events-dlq\",\"maxReceiveCount\":20}")), "deadLetterTargetArn is");
  }

  @Test
  void aRedrivePolicyWithoutACountIsRefused() {
    refuses(changed("Queue", QUEUE, queue -> Rendered.with(queue, "redrivePolicy",
        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:tradewind-orders-events-dlq\"}")), "maxReceiveCount is");
  }

  @Test
  void aRedrivePolicyThatIsNoJsonIsRefused() {
    refuses(changed("Queue", QUEUE, queue -> Rendered.with(queue, "redrivePolicy", "20")), "redrivePolicy");
    refuses(changed("Queue", QUEUE, queue -> Rendered.with(queue, "redrivePolicy", "{oops")), "redrivePolicy: must be JSON in a string");
  }

  @Test
  void aSubscriptionToAMissingTopicIsRefused() {
    refuses(CHART.stream().filter(manifest -> !(manifest.kind().equals("Topic") && manifest.name().equals("tradewind-payments"))).toList(),
        "Subscription tradewind-orders-events-from-payments: topicRef: there is no topic");
  }

  @Test
  void aSubscriptionOfAMissingQueueIsRefused() {
    refuses(changed("Subscription", "tradewind-orders-events-from-payments",
            subscription -> Rendered.with(subscription, "endpoint", "arn:aws:sqs:us-east-1:000000000000:nowhere")),
        "Subscription tradewind-orders-events-from-payments: endpoint: there is no queue");
  }

  @Test
  void aQueueThatDoesNotLetItsTopicSendIsRefused() {
    refuses(changed("Queue", QUEUE, queue -> Rendered.with(queue, "policy",
            queue.text("policy").replace("arn:aws:sns:us-east-1:000000000000:tradewind-payments", "arn:aws:sns:us-east-1:000000000000:other"))),
        "Queue tradewind-orders-events: policy: does not let arn:aws:sns:us-east-1:000000000000:tradewind-payments send");
    refuses(changed("Queue", QUEUE, queue -> Rendered.without(queue, "policy")), "policy: does not let");
  }

  @Test
  void aFilterThatIsNoJsonIsRefused() {
    refuses(changed("Subscription", "tradewind-orders-events-from-payments",
        subscription -> Rendered.with(subscription, "filterPolicy", "{type")), "filterPolicy: must be JSON");
  }

  private static void check(List<Manifest> manifests) {
    new Wiring(manifests, Rendered.ACCOUNT).check();
  }

  private static void refuses(List<Manifest> manifests, String message) {
    assertThatThrownBy(() -> check(manifests)).isInstanceOf(ResourceException.class).hasMessageContaining(message);
  }

  private static List<Manifest> changed(String kind, String name, UnaryOperator<Manifest> change) {
    assertThat(Rendered.named(CHART, kind, name)).isNotNull();
    return CHART.stream().map(manifest -> manifest.kind().equals(kind) && manifest.name().equals(name) ? change.apply(manifest) : manifest).toList();
  }
}
