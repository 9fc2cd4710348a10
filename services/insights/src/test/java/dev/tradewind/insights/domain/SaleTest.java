package dev.tradewind.insights.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.insights.domain.Sale.Sold;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SaleTest {

  private final Told order = Told.order("c-1", 0);

  private static OrderDocument of(String id, Optional<String> country, List<OrderLine> lines) {
    return new OrderDocument(id, "c-1", "CONFIRMED", Optional.empty(), new Money(1, "EUR"), lines, Optional.empty(), country);
  }

  @Test
  void lines_of_the_same_product_are_sold_together() {
    var sale = Sale.of(of("o-1", Optional.of("NL"), List.of(
        new OrderLine("TEA", 2, 500), new OrderLine("MUG", 1, 900), new OrderLine("TEA", 1, 400))),
        Told.NOON);

    assertThat(sale.lines()).isEqualTo(Map.of("TEA", new Sold(3, 1_400), "MUG", new Sold(1, 900)));
    assertThat(sale.region()).isEqualTo("NL");
  }

  @Test
  void an_order_of_old_does_not_say_where_it_goes() {
    assertThat(Sale.of(of("o-1", Optional.empty(), List.of(new OrderLine("TEA", 1, 1))), Told.NOON).region()).isEqualTo(Sale.NOWHERE);
  }

  @Test
  void it_adds_to_its_minute_its_hour_and_its_day() {
    var contributions = SalesFigures.of(order.of("TEA", 3, 499).sale());

    assertThat(contributions).singleElement().satisfies(one -> {
      assertThat(one.name()).isEqualTo(order.id());
      assertThat(one.amounts().keySet()).extracting(Counter::sort).containsExactlyInAnyOrder("2026-03-01T12:00:00Z/TEA/DE/EUR",
          "2026-03-01T12:00:00Z/TEA/DE/EUR", "2026-03-01T00:00:00Z/TEA/DE/EUR");
      assertThat(one.amounts().keySet()).extracting(counter -> counter.partition().replaceFirst("/\\d$", ""))
          .containsExactlyInAnyOrder("minute/2026-03-01T12", "hour/2026-03-01", "day/2026-03");
      assertThat(one.amounts().values()).allSatisfy(
          amounts -> assertThat(amounts).isEqualTo(Map.of("units", 3L, "revenue", 1_497L, "orders", 1L)));
    });
  }

  @Test
  void each_product_finds_each_other() {
    var contributions = BoughtTogether.of(Told.order("c-1", 0, "TEA", "MUG", "MAP").sale());

    assertThat(contributions).singleElement().satisfies(one -> assertThat(one.amounts().keySet())
        .extracting(counter -> counter.partition() + "+" + counter.sort())
        .containsExactlyInAnyOrder("TEA+MUG", "TEA+MAP", "MUG+TEA", "MUG+MAP", "MAP+TEA", "MAP+MUG"));
    assertThat(BoughtTogether.of(Told.order("c-1", 0, "TEA").sale())).isEmpty();
  }

  @Test
  void the_largest_order_there_can_be_is_cut_the_same_way_each_time() {
    var fifty = Told.order("c-1", 0, IntStream.range(0, 50).mapToObj(i -> "SKU-" + i).toArray(String[]::new)).sale();

    assertThat(BoughtTogether.of(fifty)).hasSize((50 * 49 + 98) / 99).isEqualTo(BoughtTogether.of(fifty))
        .allSatisfy(part -> assertThat(part.amounts()).hasSizeLessThanOrEqualTo(Contribution.MOST_COUNTERS));
    assertThat(BoughtTogether.of(fifty)).extracting(Contribution::name).doesNotHaveDuplicates().first().isEqualTo(fifty.orderId());
    assertThat(BoughtTogether.of(fifty).stream().mapToInt(part -> part.amounts().size()).sum()).isEqualTo(50 * 49);
    assertThat(SalesFigures.of(fifty)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tea", "A/B", "A B", "counted/x"})
  void a_product_that_would_break_a_key_is_refused(String sku) {
    assertThatThrownBy(() -> order.of(sku, 1, 1).sale()).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_no_order_can_be_is_refused() {
    var tea = List.of(new OrderLine("TEA", 1, 1));
    assertThatThrownBy(() -> Sale.of(of("o/1", Optional.empty(), tea), Told.NOON)).hasMessageContaining("orderId");
    assertThatThrownBy(() -> Sale.of(of("o-1", Optional.of("Germany"), tea), Told.NOON)).hasMessageContaining("country");
    assertThatThrownBy(() -> Sale.of(of("o-1", Optional.empty(), tea), Instant.MAX)).hasMessageContaining("time");
    assertThatThrownBy(() -> order.of("TEA", Integer.MAX_VALUE, Long.MAX_VALUE).sale()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> order.of("TEA", 1, Long.MAX_VALUE).sale()).hasMessageContaining("revenue");
  }
}
