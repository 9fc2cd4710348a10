package dev.tradewind.orders.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.contracts.orders.OrderLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceCheckTest {

  private static final Instant SINCE = Instant.parse("2026-01-01T12:00:00Z");
  private static final KnownProduct TEA = new KnownProduct("TEA", 3, true, Map.of("EUR", 549L, "GBP", 429L), Map.of("EUR", 499L, "USD", 599L), SINCE);
  private static final KnownProduct GONE = new KnownProduct("GONE", 2, false, Map.of("EUR", 100L), Map.of(), SINCE);
  private static final Map<String, KnownProduct> KNOWN = Map.of("TEA", TEA, "GONE", GONE);

  private final PriceCheck check = new PriceCheck(Duration.ofSeconds(15));

  @Test
  void what_agrees_is_not_wrong() {
    assertThat(wrong("EUR", 20, new OrderLine("TEA", 3, 549))).isEmpty();
    assertThat(wrong("GBP", 20, new OrderLine("TEA", 1, 429))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "14, true", "15, false", "3600, false"})
  void a_former_price_is_right_for_a_while(int secondsAfterTheChange, boolean right) {
    assertThat(wrong("EUR", secondsAfterTheChange, new OrderLine("TEA", 1, 499)).isEmpty()).isEqualTo(right);
    assertThat(wrong("USD", secondsAfterTheChange, new OrderLine("TEA", 1, 599)).isEmpty()).isEqualTo(right);
  }

  @Test
  void a_price_that_never_was_is_told_with_the_one_there_is() {
    assertThat(wrong("EUR", 0, new OrderLine("TEA", 1, 1))).containsExactly(new WrongLine(
        "/lines/0/unitPrice", "price-changed", "must be 549, which is the price now", Optional.of(new Money(549, "EUR"))));
  }

  @Test
  void the_former_price_of_another_currency_is_no_price() {
    assertThat(wrong("GBP", 0, new OrderLine("TEA", 1, 499))).extracting(WrongLine::code).containsExactly("price-changed");
  }

  @Test
  void a_currency_it_is_not_sold_in_is_told_with_those_it_is() {
    assertThat(wrong("CHF", 0, new OrderLine("TEA", 1, 549))).containsExactly(new WrongLine(
        "/lines/0/sku", "product-not-sold", "is not sold in the order's currency, only in EUR, GBP", Optional.empty()));
  }

  @Test
  void what_was_withdrawn_is_not_sold_from_then_on() {
    assertThat(wrong("EUR", 0, new OrderLine("GONE", 1, 100))).containsExactly(
        new WrongLine("/lines/0/sku", "product-not-sold", "is not sold any more", Optional.empty()));
  }

  @Test
  void every_wrong_line_is_told_by_its_place() {
    var wrong = wrong("EUR", 60,
        new OrderLine("NEW", 1, 1), new OrderLine("TEA", 1, 549), new OrderLine("GONE", 1, 100), new OrderLine("TEA", 1, 499));

    assertThat(wrong).extracting(WrongLine::pointer).containsExactly("/lines/0/sku", "/lines/2/sku", "/lines/3/unitPrice");
    assertThat(wrong).extracting(WrongLine::code).containsExactly("unknown-product", "product-not-sold", "price-changed");
  }

  @Test
  void a_product_is_known_as_it_was_told() {
    var told = new ProductChanged("TEA", "Tea", "", true, List.of(new Money(549, "EUR"), new Money(429, "GBP")),
        List.of(new Money(499, "EUR"), new Money(599, "USD")), SINCE);

    assertThat(KnownProduct.of(told, 3)).isEqualTo(TEA);
    assertThatThrownBy(() -> KnownProduct.of(told, 0)).hasMessageContaining("version starts at 1");
    var twice = new ProductChanged("T", "T", "", true, List.of(new Money(1, "EUR"), new Money(2, "EUR")), List.of(), SINCE);
    assertThatThrownBy(() -> KnownProduct.of(twice, 1)).hasMessage("prices must be one a currency");
  }

  private List<WrongLine> wrong(String currency, long secondsAfterTheChange, OrderLine... lines) {
    return check.wrong(currency, List.of(lines), KNOWN, SINCE.plusSeconds(secondsAfterTheChange));
  }
}
