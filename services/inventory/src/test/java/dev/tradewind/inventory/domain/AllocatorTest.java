package dev.tradewind.inventory.domain;

import static dev.tradewind.inventory.domain.Stock.reservation;
import static dev.tradewind.inventory.domain.Stock.shelf;
import static dev.tradewind.inventory.domain.Stock.shelves;
import static dev.tradewind.inventory.domain.Stock.units;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AllocatorTest {

  @Test
  void one_counter_serves_a_line_when_it_can() {
    var taken = Allocator.allocate(reservation("o-1", units(3, "TEA")), shelves(shelf("TEA", 5)));

    assertThat(taken.orElseThrow()).containsExactly(new Allocation(new CounterKey("TEA", "eu-1", 0), 3));
  }

  @Test
  void an_order_has_a_shard_of_its_own_and_orders_spread_over_all() {
    var shelves = shelves(shelf("TEA", 9, 9, 9, 9));

    var perShard = IntStream.range(0, 400)
        .mapToObj(i -> Allocator.allocate(reservation("order-" + i, units(1, "TEA")), shelves).orElseThrow().getFirst().counter().shard())
        .collect(Collectors.groupingBy(shard -> shard, Collectors.counting()));

    assertThat(perShard).hasSize(4).allSatisfy((shard, orders) -> assertThat(orders).isGreaterThan(60));
  }

  @Test
  void the_first_warehouse_goes_first_and_the_next_one_helps_out() {
    var warehouses = new LinkedHashMap<String, long[]>();
    warehouses.put("us-1", new long[] {4});
    warehouses.put("eu-1", new long[] {9});
    var shelves = shelves(shelf("TEA", warehouses));

    assertThat(Allocator.allocate(reservation("o-1", units(4, "TEA")), shelves).orElseThrow().getFirst().counter().warehouse()).isEqualTo("us-1");
    assertThat(Allocator.allocate(reservation("o-1", units(5, "TEA")), shelves).orElseThrow().getFirst().counter().warehouse()).isEqualTo("eu-1");
  }

  @Test
  void the_last_units_are_found_wherever_they_lie() {
    var shelves = shelves(shelf("TEA", 0, 2, 1, 0));

    var taken = Allocator.allocate(reservation("o-1", units(3, "TEA")), shelves).orElseThrow();

    assertThat(taken).containsExactly(
        new Allocation(new CounterKey("TEA", "eu-1", 1), 2), new Allocation(new CounterKey("TEA", "eu-1", 2), 1));
  }

  @Test
  void a_line_that_finds_too_little_takes_nothing_for_the_others_either() {
    var shelves = shelves(shelf("TEA", 5), shelf("CUP", 1, 1));
    var reservation = reservation("o-1", units(1, "TEA"), units(3, "CUP"));

    assertThat(Allocator.allocate(reservation, shelves)).isEmpty();
    assertThat(Allocator.lacking(reservation, shelves)).contains(new Rejection(Rejection.OUT_OF_STOCK, java.util.List.of("CUP")));
  }

  @Test
  void an_unknown_product_is_named_before_what_is_merely_out_of_stock() {
    var reservation = reservation("o-1", units(9, "TEA"), units(1, "NEW"));

    assertThat(Allocator.lacking(reservation, shelves(shelf("TEA", 5))))
        .contains(new Rejection(Rejection.UNKNOWN_SKU, java.util.List.of("NEW")));
  }

  @Test
  void an_order_that_would_not_fit_into_one_transaction_is_refused_and_no_product_is_blamed() {
    var many = new HashMap<String, Shelf>();
    var lines = IntStream.range(0, 60).mapToObj(i -> units(2, "P" + i)).toArray(dev.tradewind.contracts.Quantity[]::new);
    for (var line : lines) {
      many.put(line.sku(), shelf(line.sku(), 1, 1));
    }

    assertThat(Allocator.lacking(reservation("o-1", lines), Map.copyOf(many)))
        .contains(new Rejection(Rejection.OUT_OF_STOCK, java.util.List.of()));
  }
}
