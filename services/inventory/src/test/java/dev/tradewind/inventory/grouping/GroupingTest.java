package dev.tradewind.inventory.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.inventory.ReleaseStock;
import dev.tradewind.contracts.inventory.ReserveStock;
import dev.tradewind.contracts.inventory.StockRejected;
import dev.tradewind.core.Cause;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.inventory.domain.Receipt;
import dev.tradewind.inventory.domain.Token;
import dev.tradewind.inventory.domain.Token.State;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupingTest {

  private final World world = new World(7, 1, 0, 1);

  @Test
  void a_hot_product_is_written_once_for_many_orders() {
    world.store.stocked("HOT", "eu-1", 1_000);
    reserveOneEach("HOT", 200);

    world.run();

    assertThat(world.store.available("HOT")).isEqualTo(800);
    assertThat(world.store.written.size()).isLessThan(20);
    assertThat(world.store.written).allSatisfy(write -> assertThat(write.items()).hasSizeLessThanOrEqualTo(25));
  }

  @Test
  void one_process_never_meets_itself_on_a_counter() {
    world.store.stocked("HOT", "eu-1", 60).stocked("TEA", "eu-1", 60, 60);
    reserveOneEach("HOT", 100);
    IntStream.range(0, 60).forEach(i -> world.reserve("both-" + i, one("TEA"), one("HOT")));
    IntStream.range(0, 30).forEach(i -> world.receive("key-" + i, "HOT", 1));

    world.run();

    assertThat(world.store.conflicts).isZero();
  }

  @Test
  void a_product_is_looked_at_once_and_then_only_when_it_seems_to_run_out() {
    world.store.stocked("TEA", "eu-1", 1_000);
    for (int i = 0; i < 50; i++) {
      world.reserve("o-" + i, one("TEA"));
      world.run();
    }

    assertThat(world.store.reads).isEqualTo(2);
    assertThat(world.store.available("TEA")).isEqualTo(950);
  }

  @Test
  void exactly_as_many_orders_are_served_as_there_are_units() {
    world.store.stocked("HOT", "eu-1", 20, 20, 20, 20);
    reserveOneEach("HOT", 300);

    world.run();

    assertThat(states()).filteredOn(State.RESERVED::equals).hasSize(80);
    assertThat(states()).filteredOn(State.REJECTED::equals).hasSize(220);
    assertThat(world.store.available("HOT")).isZero();
  }

  @Test
  void a_repeat_in_the_same_group_does_not_take_the_last_unit_from_another_order() {
    world.store.stocked("TEA", "eu-1", 2);
    world.reserve("early", one("TEA"));
    world.run();
    world.reserve("early", one("TEA"));
    world.reserve("late", one("TEA"));
    world.reserve("early", one("TEA"));

    world.run();

    assertThat(world.token("late").state()).isEqualTo(State.RESERVED);
    assertThat(world.store.available("TEA")).isZero();
  }

  @Test
  void an_order_that_is_asked_for_twice_is_told_the_same_by_the_stored_message() {
    world.store.stocked("TEA", "eu-1", 5);
    world.reserveAs("order/o-1/1/0", "o-1", one("TEA"));
    world.reserveAs("order/o-1/2/0", "o-1", one("TEA"));

    world.run();

    assertThat(world.store.available("TEA")).isEqualTo(4);
    assertThat(world.dispatched).hasSize(2);
    assertThat(world.dispatched.get(0)).isEqualTo(world.dispatched.get(1));
  }

  @Test
  void an_unknown_product_costs_a_look_and_a_rejection() {
    world.reserve("o-1", one("NONE"), one("not a sku"));

    world.run();

    assertThat(world.token("o-1").answerToReserve().data()).isEqualTo(new StockRejected("o-1", "unknown-sku", List.of("NONE", "not a sku")));
  }

  @Test
  void units_that_another_process_received_later_are_found_before_anyone_is_rejected() {
    world.store.stocked("TEA", "eu-1", 1);
    world.reserve("o-1", one("TEA"));
    world.run();
    world.store.stocked("TEA", "us-1", 1);
    world.reserve("o-2", one("TEA"));

    world.run();

    assertThat(world.token("o-2").allocations().getFirst().counter().warehouse()).isEqualTo("us-1");
  }

  @Test
  void a_belief_that_is_too_high_is_corrected_and_the_order_is_served_from_elsewhere() {
    world.store.stocked("TEA", "eu-1", 5).stocked("TEA", "us-1", 5);
    world.reserve("o-1", one("TEA"));
    world.run();
    world.store.stocked("TEA", "eu-1", 0);
    world.reserve("o-2", one("TEA"));

    world.run();

    assertThat(world.token("o-2").allocations().getFirst().counter().warehouse()).isEqualTo("us-1");
  }

  @Test
  void an_undo_that_comes_first_makes_the_late_do_fail() {
    world.store.stocked("TEA", "eu-1", 5);
    world.release("o-1");
    world.run();
    world.reserve("o-1", one("TEA"));

    world.run();

    assertThat(world.toldAbout("o-1")).containsExactly("StockReleased", "StockRejected");
    assertThat(world.store.available("TEA")).isEqualTo(5);
  }

  @Test
  void an_order_is_reserved_then_sold_then_given_back() {
    world.store.stocked("TEA", "eu-1", 5);
    world.reserve("o-1", new Quantity("TEA", 3));
    world.run();
    world.confirm("o-1");
    world.run();
    assertThat(world.store.available("TEA")).isEqualTo(2);
    world.release("o-1");
    world.run();
    world.confirm("o-1");
    world.run();

    assertThat(world.toldAbout("o-1")).containsExactly("StockReserved", "StockSold", "StockReleased");
    assertThat(world.store.available("TEA")).isEqualTo(5);
    assertThat(world.token("o-1").version()).isEqualTo(3);
  }

  @Test
  void a_transaction_never_holds_more_than_a_hundred_items() {
    var skus = IntStream.range(0, 95).mapToObj(i -> "P" + i).toList();
    skus.forEach(sku -> world.store.stocked(sku, "eu-1", 100));
    var lines = skus.stream().map(GroupingTest::one).toArray(Quantity[]::new);
    IntStream.range(0, 30).forEach(i -> world.reserve("o-" + i, lines));

    world.run();

    assertThat(world.store.written).allSatisfy(write -> assertThat(write.size()).isLessThanOrEqualTo(100));
    assertThat(world.store.available("P0")).isEqualTo(70);
  }

  @Test
  void a_receipt_counts_once_and_spreads_over_the_shards_it_opens() {
    var sharded = new World(7, 2, 0, 4);
    sharded.receive("key", "NEW", 10);
    sharded.receive("key", "NEW", 10);
    sharded.receive("other", "NEW", 2);

    sharded.run();

    assertThat(sharded.store.available("NEW")).isEqualTo(12);
    assertThat(sharded.store.counters.values()).hasSize(4).allSatisfy(counter -> assertThat(counter.received()).isBetween(2L, 4L));
  }

  @Test
  void the_same_receipt_key_with_other_content_shows_what_was_received_before() {
    world.receive("key", "TEA", 10);
    world.run();
    var before = world.store.items.get(Receipt.of("key", "TEA", "eu-1", 10, Instant.EPOCH).key());
    world.receive("key", "TEA", 11);

    world.run();

    assertThat(world.store.items.get(before.key())).isEqualTo(before);
    assertThat(world.store.available("TEA")).isEqualTo(10);
  }

  @Test
  void a_command_that_can_never_be_carried_out_is_unreadable() {
    var handler = new StockHandler(world.store, new GroupedStock(world.store, 1, 1, java.time.InstantSource.system(), StockObserver.NONE, World.HERE),
        new Telling(EventLog.NONE, messages -> io.smallrye.mutiny.Uni.createFrom().voidItem()), java.time.InstantSource.system(), StockObserver.NONE);
    var cause = new Cause("m", "", "o-1", "");

    assertThatThrownBy(() -> handler.reserve(cause, new ReserveStock("o-1", List.of())))
        .isInstanceOf(UnreadableMessage.class).hasMessageContaining("reserves nothing");
    assertThatThrownBy(() -> handler.release(cause, new ReleaseStock(" ")))
        .isInstanceOf(UnreadableMessage.class).hasMessageContaining("orderId");
  }

  private void reserveOneEach(String sku, int orders) {
    IntStream.range(0, orders).forEach(i -> world.reserve("o-" + i, one(sku)));
  }

  private List<State> states() {
    return world.store.tokens().stream().map(Token::state).toList();
  }

  private static Quantity one(String sku) {
    return new Quantity(sku, 1);
  }
}
