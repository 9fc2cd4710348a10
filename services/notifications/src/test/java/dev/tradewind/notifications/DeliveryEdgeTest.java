package dev.tradewind.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.core.Cause;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.notifications.domain.DeliveryCall;
import dev.tradewind.notifications.domain.DeliveryCommand;
import dev.tradewind.notifications.domain.DeliveryCommand.Arrived;
import dev.tradewind.notifications.domain.DeliveryCommand.Busy;
import dev.tradewind.notifications.domain.DeliveryCommand.NotArrived;
import dev.tradewind.notifications.domain.DeliveryCommand.Off;
import dev.tradewind.notifications.domain.Notice;
import dev.tradewind.notifications.domain.NoticeType;
import dev.tradewind.notifications.domain.NotificationIds;
import dev.tradewind.notifications.domain.Recipient;
import dev.tradewind.notifications.domain.RecipientCommand;
import dev.tradewind.notifications.domain.RecipientEvent;
import dev.tradewind.notifications.domain.Secret;
import dev.tradewind.notifications.webhook.Consumer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryEdgeTest {

  @Inject
  DeliveryEdge edge;

  @Inject
  StreamHandler<Recipient, RecipientCommand, RecipientEvent> recipients;

  private final String customer = "c-" + UUID.randomUUID();
  private final OrderDocument order =
      new OrderDocument("o-1", customer, "CONFIRMED", Optional.empty(), new Money(1, "EUR"), List.of(new OrderLine("S", 1, 1)),
          Optional.empty(), Optional.empty());
  private final Notice mail = notice(Optional.empty());

  @Test
  void a_mail_is_sent_once_and_of_one_that_was_perhaps_sent_nothing_is_known() {
    writeTo("someone@shop.example");

    assertThat(perform(new DeliveryCall.Mail(mail), true)).isEqualTo(NotArrived.because("outcome-unknown"));
    assertThat(file()).doesNotExist();

    assertThat(perform(new DeliveryCall.Mail(mail), false)).isInstanceOf(Arrived.class);
    assertThat(file()).exists();
  }

  @Test
  void without_an_address_there_is_nobody_to_write_to() {
    assertThat(perform(new DeliveryCall.Mail(mail), false)).isEqualTo(new Off("there is no address to write to"));
    assertThat(Files.exists(file())).isFalse();
  }

  @Test
  void without_the_webhook_there_is_nobody_to_call() {
    assertThat(perform(new DeliveryCall.Post(notice(Optional.of("w-1"))), true)).isEqualTo(new Off("the webhook was removed"));
  }

  @Test
  void a_second_copy_of_a_message_waits_for_what_comes_of_the_first() {
    try (var consumer = new Consumer()) {
      consumer.at("/", consumer.hang());
      recipients.handle(Cause.request("register", customer, ""), NotificationIds.recipientStream(customer), new RecipientCommand.Register(
          "w-1", consumer.url("/"), EnumSet.of(NoticeType.ORDER_CONFIRMED), Secret.of(new byte[32]))).await().atMost(Duration.ofSeconds(30));
      var post = new DeliveryCall.Post(notice(Optional.of("w-1")));
      var first = edge.perform(post, true).subscribeAsCompletionStage();

      assertThat(perform(post, true)).isEqualTo(new Busy());
      assertThat(first.join()).isEqualTo(NotArrived.because("timeout"));
      assertThat(perform(post, true)).as("when it is over it can be tried again").isEqualTo(NotArrived.because("timeout"));
    }
  }

  private DeliveryCommand perform(DeliveryCall call, boolean perhapsDone) {
    return edge.perform(call, perhapsDone).await().atMost(Duration.ofSeconds(30));
  }

  private void writeTo(String address) {
    recipients.handle(Cause.request("contact", customer, ""), NotificationIds.recipientStream(customer), new RecipientCommand.SetEmail(address))
        .await().atMost(Duration.ofSeconds(30));
  }

  private Path file() {
    return Path.of("target/outbox", mail.deliveryId() + ".eml");
  }

  private Notice notice(Optional<String> webhookId) {
    return new Notice(UUID.randomUUID().toString(), customer, webhookId, NoticeType.ORDER_CONFIRMED, Instant.EPOCH, Optional.of(order));
  }
}
