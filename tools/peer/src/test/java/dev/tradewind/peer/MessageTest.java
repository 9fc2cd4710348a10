package dev.tradewind.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void a_message_is_read_as_it_was_written() {
    Message message = new Message("m-1", Kind.PAYMENT_DECLINED, "o-1", Json.object().put("reason", "card_declined"));

    assertThat(Message.parse(message.body())).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no json", "[]", "{}", "{\"id\":\"m\",\"type\":\"NOTHING\",\"orderId\":\"o\",\"data\":{}}",
      "{\"id\":\"m\",\"type\":\"DELIVER\",\"orderId\":\"o\"}", "{\"type\":\"DELIVER\",\"orderId\":\"o\",\"data\":{}}"})
  void what_is_no_message_is_refused(String body) {
    assertThatIllegalArgumentException().isThrownBy(() -> Message.parse(body));
  }

  @Test
  void a_command_goes_to_the_queue_of_whom_it_asks() {
    Letter letter = Letter.of(ServiceName.ORDERS, Outgoing.now(Kind.AUTHORIZE_PAYMENT, "o-1").after(Duration.ofSeconds(3)), NOW);

    assertThat(letter.command()).isTrue();
    assertThat(letter.destination()).isEqualTo("peer-payments");
    assertThat(letter.delaySeconds()).isEqualTo(3);
  }

  @Test
  void an_event_goes_to_the_topic_of_its_sender() {
    Letter letter = Letter.of(ServiceName.ORDERS, Outgoing.now(Kind.ORDER_CONFIRMED, "o-1"), NOW);

    assertThat(letter.command()).isFalse();
    assertThat(letter.destination()).isEqualTo("peer-orders");
  }

  @Test
  void a_row_of_the_outbox_is_read_as_it_was_written() {
    Letter letter = Letter.of(ServiceName.SHIPPING, Outgoing.now(Kind.DELIVER, "o-1").after(Duration.ofSeconds(1)), NOW);

    assertThat(Letter.read(letter.item())).isEqualTo(letter);
  }

  @Test
  void no_two_messages_have_the_same_id() {
    assertThat(Outgoing.now(Kind.DELIVER, "o-1").message().id()).isNotEqualTo(Outgoing.now(Kind.DELIVER, "o-1").message().id());
  }
}
