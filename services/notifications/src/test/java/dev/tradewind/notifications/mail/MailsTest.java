package dev.tradewind.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.notifications.domain.NoticeType;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What mails say: the templates as Quarkus has compiled them. */
@QuarkusTest
class MailsTest {

  @ParameterizedTest
  @CsvSource({
    "ORDER_PLACED, has been placed, we have received your order o-1",
    "ORDER_CONFIRMED, is confirmed, your order o-1 is confirmed",
    "ORDER_DISPATCHED, is on its way, your order o-1 is on its way to you",
    "ORDER_DELIVERED, has been delivered, your order o-1 has been delivered",
    "ORDER_CANCELLED, is cancelled, your order o-1 is cancelled",
    "ORDER_REJECTED, cannot be accepted, we cannot accept your order o-1"
  })
  void each_piece_of_news_has_its_words(NoticeType type, String subject, String sentence) {
    var order = order(Optional.empty(), "EUR");
    assertThat(OrderMail.subject(type, order)).isEqualTo("Your order o-1 " + subject);
    assertThat(OrderMail.text(type, order).render()).startsWith("Hello,\n\n" + sentence)
        .contains("\n\n  2 x MUG  17.00 EUR\n  1 x T-1  0.05 EUR\n  Total  17.05 EUR\n")
        .doesNotContain("Reason");
  }

  @Test
  void the_reason_is_told_when_there_is_one() {
    assertThat(OrderMail.text(NoticeType.ORDER_REJECTED, order(Optional.of("out-of-stock"), "EUR")).render()).contains("\nReason: out-of-stock\n");
  }

  @Test
  void money_is_written_in_the_units_of_its_currency() {
    assertThat(OrderMail.text(NoticeType.ORDER_PLACED, order(Optional.empty(), "JPY")).render()).contains("Total  1705 JPY");
    assertThat(OrderMail.text(NoticeType.ORDER_PLACED, order(Optional.empty(), "KWD")).render()).contains("Total  1.705 KWD");
  }

  private static OrderDocument order(Optional<String> reason, String currency) {
    return new OrderDocument("o-1", "c-1", "CONFIRMED", reason, new Money(1_705, currency),
        List.of(new OrderLine("MUG", 2, 850), new OrderLine("T-1", 1, 5)), Optional.empty(), Optional.empty());
  }
}
