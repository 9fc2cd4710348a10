package dev.tradewind.notifications.webhook;

import static dev.tradewind.notifications.webhook.Consumer.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.core.Cause;
import dev.tradewind.core.Edge;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.Observer;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.notifications.domain.DeliveryCommand.Arrived;
import dev.tradewind.notifications.domain.DeliveryCommand.Busy;
import dev.tradewind.notifications.domain.DeliveryCommand.Gone;
import dev.tradewind.notifications.domain.DeliveryCommand.NotArrived;
import dev.tradewind.notifications.domain.DeliveryCommand.Off;
import dev.tradewind.notifications.domain.DeliveryCommand.Outcome;
import dev.tradewind.notifications.domain.Notice;
import dev.tradewind.notifications.domain.NoticeType;
import dev.tradewind.notifications.domain.NotificationIds;
import dev.tradewind.notifications.domain.Recipient;
import dev.tradewind.notifications.domain.RecipientCommand;
import dev.tradewind.notifications.domain.RecipientDecider;
import dev.tradewind.notifications.domain.RecipientEvent;
import dev.tradewind.notifications.domain.Secret;
import dev.tradewind.testkit.DeciderSpec;
import dev.tradewind.testkit.InMemoryJournal;
import dev.tradewind.testkit.ManualClock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long TIMEOUT_MILLIS = PATIENCE.toMillis();
  private static final long SOON_MILLIS = 200;

  private final Vertx vertx = Vertx.vertx();
  private final Consumer consumer = new Consumer();
  private final ManualClock clock = ManualClock.at(DeciderSpec.START);
  private final StreamHandler<Recipient, RecipientCommand, RecipientEvent> recipients = new StreamHandler<>("notifications", new RecipientDecider(),
      InMemoryJournal.plain(), EventLog.NONE, messages -> Uni.createFrom().voidItem(), Edge.none(), clock, Observer.NONE);
  private final Endpoints endpoints = new Endpoints(new SystemNames(vertx), Set.of(443), true);
  private final Webhooks webhooks = new Webhooks(recipients, endpoints, new WebhookClient(vertx, TIMEOUT_MILLIS), clock, TIMEOUT_MILLIS, 2);

  @AfterEach
  void close() {
    consumer.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void an_answer_is_an_outcome() {
    register("w", consumer.url("/w"));
    consumer.at("/w", status(200), status(500), status(410));

    assertThat(post("w")).isEqualTo(new Arrived("200"));
    assertThat(post("w")).isEqualTo(NotArrived.because("500"));
    assertThat(post("w")).isEqualTo(new Gone());
  }

  @Test
  void a_webhook_that_is_off_or_removed_is_not_called() {
    register("w", consumer.url("/w"));
    ask(new RecipientCommand.SwitchOff("w", "consumer-answered-410"));
    assertThat(post("w")).isEqualTo(new Off("the webhook is switched off: consumer-answered-410"));

    ask(new RecipientCommand.Remove("w"));
    assertThat(post("w")).isEqualTo(new Off("the webhook was removed"));
    assertThat(consumer.calls("/w")).isEmpty();
  }

  @Test
  void a_name_that_has_moved_to_a_bad_address_since_is_not_called() {
    register("w", "https://10.0.0.1/hook");
    assertThat(post("w")).isEqualTo(NotArrived.because("refused: its host is, or stands for, a private address"));
  }

  @Test
  void a_full_lane_is_said_at_once_and_holds_up_no_other_webhook() {
    register("slow", consumer.url("/slow"));
    register("quick", consumer.url("/quick"));
    consumer.at("/slow", consumer.hang());
    var first = begin("slow");
    var second = begin("slow");

    assertThat(post("slow")).isEqualTo(new Busy());
    assertThat(post("quick")).isEqualTo(new Arrived("204"));

    consumer.letGo();
    assertThat(List.of(first.join(), second.join())).hasOnlyElementsOfType(NotArrived.class);
  }

  @Test
  void after_a_failure_one_call_at_a_time_is_made_until_one_goes_well() {
    register("w", consumer.url("/w"));
    consumer.at("/w", status(500), consumer.hang(), status(200));
    assertThat(post("w")).isEqualTo(NotArrived.because("500"));

    var waiting = begin("w");
    assertThat(post("w")).isEqualTo(new Busy());

    consumer.letGo();
    assertThat(waiting.join()).isInstanceOf(NotArrived.class);
    assertThat(Stream.generate(() -> post("w")).limit(2)).containsOnly(new Arrived("200"));
  }

  @Test
  void a_name_server_that_never_answers_takes_no_longer_than_a_consumer() {
    var stuck = new Webhooks(recipients, new Endpoints(host -> Uni.createFrom().nothing(), Set.of(443), false),
        new WebhookClient(vertx, TIMEOUT_MILLIS), clock, SOON_MILLIS, 2);
    register("w", "https://stuck.example/");
    assertThat(stuck.post(notice("w")).await().atMost(PATIENCE)).isEqualTo(NotArrived.because("timeout"));
  }

  private Outcome post(String webhookId) {
    return webhooks.post(notice(webhookId)).await().atMost(PATIENCE);
  }

  private CompletableFuture<Outcome> begin(String webhookId) {
    return webhooks.post(notice(webhookId)).subscribeAsCompletionStage();
  }

  private void register(String webhookId, String url) {
    ask(new RecipientCommand.Register(webhookId, url, EnumSet.of(NoticeType.ORDER_PLACED), Secret.of(new byte[32])));
  }

  private void ask(RecipientCommand command) {
    recipients.handle(Cause.request(command.toString(), "c-1", ""), NotificationIds.recipientStream("c-1"), command).await().atMost(PATIENCE);
  }

  private static Notice notice(String webhookId) {
    return new Notice("d-1", "c-1", Optional.of(webhookId), NoticeType.WEBHOOK_TEST, DeciderSpec.START, Optional.empty());
  }
}
