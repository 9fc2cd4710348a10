package dev.tradewind.inventory.domain;

import static dev.tradewind.inventory.domain.Stock.reservation;
import static dev.tradewind.inventory.domain.Stock.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.Quantity;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReservationTest {

  @Test
  void lines_of_one_product_are_one_line() {
    assertThat(reservation("o-1", units(1, "TEA"), units(2, "CUP"), units(3, "TEA")).lines())
        .containsExactly(units(4, "TEA"), units(2, "CUP"));
  }

  @Test
  void more_units_of_a_product_than_an_answer_can_name_are_refused() {
    assertThatThrownBy(() -> reservation("o-1", units(Integer.MAX_VALUE, "TEA"), units(1, "TEA")))
        .hasMessage("an order reserves 2147483648 units of TEA: 2147483647 are the most");
  }

  @Test
  void an_order_without_lines_is_refused() {
    assertThatThrownBy(() -> reservation("o-1")).hasMessage("order o-1 reserves nothing: at least one line is needed");
  }

  @Test
  void more_products_than_a_transaction_holds_are_refused() {
    var lines = IntStream.range(0, 100).mapToObj(i -> units(1, "P" + i)).toArray(Quantity[]::new);

    assertThatThrownBy(() -> reservation("o-1", lines)).hasMessage("order o-1 reserves 100 products: 99 are the most");
  }
}
