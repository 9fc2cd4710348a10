package dev.tradewind.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.orders.domain.OrderCommand.Place;
import dev.tradewind.orders.domain.OrderEvent.OrderPlaced;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an order adds up to, and what it never shows. */
class OrderContentTest {

  private final OrderDecider decider = new OrderDecider();

  @Test
  void the_total_is_the_sum_of_price_times_quantity() {
    assertThat(placed(Orders.LINES).total()).isEqualTo(new Money(4848, "EUR"));
  }

  @Test
  void a_gift_costs_nothing() {
    assertThat(placed(List.of(new OrderLine("GIFT", 3, 0))).total()).isEqualTo(new Money(0, "EUR"));
  }

  @Test
  void the_largest_order_that_can_be_placed_adds_up() {
    var lines = new ArrayList<OrderLine>();
    for (int i = 0; i < 50; i++) {
      lines.add(new OrderLine("SKU-" + i, 10_000, 100_000_000));
    }
    assertThat(placed(lines).total().amount()).isEqualTo(50_000_000_000_000L);
  }

  @Test
  void a_line_that_overflows_fails_instead_of_costing_something_else() {
    var order = placed(List.of(new OrderLine("GOLD", 3, Long.MAX_VALUE / 2)));
    assertThatThrownBy(order::total).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void lines_that_overflow_together_fail_too() {
    var order = placed(List.of(new OrderLine("GOLD", 1, Long.MAX_VALUE), new OrderLine("MUG", 1, 1)));
    assertThatThrownBy(order::total).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void an_order_that_overflows_is_never_placed() {
    var place = new Place(Orders.ID, "c-1", "EUR", List.of(new OrderLine("GOLD", 3, Long.MAX_VALUE / 2)), Orders.CARD, Orders.HOME, "p");
    assertThatThrownBy(() -> decider.decide(decider.initial(), place, Orders.second(0))).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void neither_the_card_nor_the_address_is_in_any_text_form() {
    assertThat(List.of(Orders.PLACE.toString(), Orders.PLACED.toString(), placed(Orders.LINES).toString()))
        .allSatisfy(text -> assertThat(text).contains(Orders.ID).doesNotContain(Orders.CARD, "Recipient", "Harbour"));
  }

  @Test
  void neither_is_in_what_everyone_hears() {
    assertThat(placed(Orders.LINES).document().toString()).doesNotContain(Orders.CARD, "Recipient", "Harbour");
  }

  @Test
  void everyone_hears_when_it_was_placed_and_which_country_it_goes_to_whatever_happened_since() {
    var reserved = decider.evolve(placed(Orders.LINES), Orders.RESERVED, Orders.second(7));

    assertThat(reserved.document().placedAt()).contains(Orders.second(0));
    assertThat(reserved.document().country()).contains("DE");
  }

  @Test
  void lines_cannot_be_changed_from_outside() {
    var lines = new ArrayList<>(Orders.LINES);
    var order = placed(lines);
    lines.clear();
    assertThat(order.lines()).isEqualTo(Orders.LINES);
  }

  @Test
  void an_order_that_was_never_placed_has_no_content() {
    assertThatThrownBy(() -> decider.initial().orderId()).isInstanceOf(IllegalStateException.class).hasMessage("the order was never placed");
  }

  @Test
  void an_order_of_a_saga_that_is_gone_says_which_are_known() {
    var old = new OrderPlaced(Orders.ID, "c-1", "EUR", Orders.LINES, Orders.CARD, Orders.HOME, "p", "order-v0");
    assertThatThrownBy(() -> decider.evolve(decider.initial(), old, Orders.second(0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("saga order-v0 is not known here; known are [order-v1]");
  }

  @Test
  void exactly_delivered_cancelled_and_rejected_are_ends() {
    assertThat(OrderState.values()).filteredOn(OrderState::isEnd)
        .containsExactly(OrderState.DELIVERED, OrderState.CANCELLED, OrderState.REJECTED);
  }

  private Order placed(List<OrderLine> lines) {
    var event = new OrderPlaced(Orders.ID, "c-1", "EUR", lines, Orders.CARD, Orders.HOME, "p", "order-v1");
    return decider.evolve(decider.initial(), event, Orders.second(0));
  }
}
