package dev.tradewind.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.inventory.ReserveStock;
import dev.tradewind.contracts.inventory.StockRejected;
import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.core.Cause;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.Message;
import dev.tradewind.inventory.domain.Counter;
import dev.tradewind.inventory.domain.Receipt;
import dev.tradewind.inventory.grouping.GroupedStock;
import dev.tradewind.inventory.grouping.Receiving;
import dev.tradewind.inventory.grouping.StockHandler;
import dev.tradewind.inventory.grouping.StockLevels;
import dev.tradewind.inventory.grouping.StockObserver;
import dev.tradewind.inventory.grouping.Telling;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole of inventory on the real API, without its transport. */
@ExtendWith(LocalCloud.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HotStockTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Map<String, Message> told = new ConcurrentHashMap<>();
  private final DynamoStock store;
  private final Consumed consumed;
  private final StockHandler here;
  private final StockHandler there;

  HotStockTest(LocalCloud.Table table) {
    this.store = new DynamoStock(table.client(), LocalCloud.TABLE, DynamoStockTest.ANYWHERE);
    this.consumed = table.consumed();
    this.here = process();
    this.there = process();
  }

  @Test
  void two_hundred_units_and_a_thousand_orders_at_once_make_two_hundred_reservations() {
    receive("HOT-200", 200, 4);

    await(Uni.join().all(IntStream.range(0, 1_000).mapToObj(i -> reserve(i % 2 == 0 ? here : there, "hot-" + i, one("HOT-200"))).toList())
        .usingConcurrencyOf(128).andFailFast());

    assertThat(told.values()).filteredOn(message -> message.data() instanceof StockReserved).hasSize(200);
    assertThat(told.values()).filteredOn(message -> message.data() instanceof StockRejected).hasSize(800);
    assertThat(await(new StockLevels(store).of("HOT-200")).orElseThrow()).isEqualTo(Map.of("eu-1", new Counter(0, 200)));
  }

  @Test
  void a_reservation_costs_two_write_units_an_item() {
    receive("COST-A", 100, 1);
    receive("COST-B", 100, 1);
    await(reserve(here, "cost-warm-up", one("COST-A"), one("COST-B")));
    consumed.writeUnits();

    await(reserve(here, "cost-1", one("COST-A")));
    assertThat(consumed.writeUnits()).as("one line: counter and token").isEqualTo(4);

    await(reserve(here, "cost-2", one("COST-A"), one("COST-B")));
    assertThat(consumed.writeUnits()).as("two lines: two counters and a token").isEqualTo(6);

    var first = reserve(here, "cost-3", one("COST-A"));
    var group = IntStream.range(0, 10).mapToObj(i -> reserve(here, "cost-group-" + i, one("COST-A")));
    await(Uni.join().all(java.util.stream.Stream.concat(java.util.stream.Stream.of(first), group).toList()).andFailFast());
    assertThat(consumed.writeUnits()).as("one alone, then ten that waited for it; or all eleven, when the lane was not left yet").isIn(4.0 + 22, 24.0);

    await(reserve(here, "cost-4", new Quantity("COST-B", 1_000)));
    assertThat(consumed.writeUnits()).as("a rejection: its token").isEqualTo(1);

    var order = new OrderDocument("cost-1", "c", "CONFIRMED", Optional.empty(), new Money(1, "EUR"), List.of(), Optional.empty(), Optional.empty());
    await(here.sell(cause("cost-1", 9), new OrderConfirmed(order)));
    assertThat(consumed.writeUnits()).as("a sale: its token").isEqualTo(1);
  }

  @Test
  void the_token_of_an_order_with_eight_lines_stays_under_a_kilobyte_to_its_end() {
    var skus = IntStream.range(0, 8).mapToObj(i -> "TEA-EARL-GREY-" + i).toList();
    skus.forEach(sku -> receive(sku, 10, 1));
    var orderId = "0198c1f2-7a3b-7c4d-8e5f-0123456789ab";
    await(reserve(here, orderId, skus.stream().map(HotStockTest::one).toArray(Quantity[]::new)));
    consumed.writeUnits();

    var order = new OrderDocument(orderId, "c", "CONFIRMED", Optional.empty(), new Money(1, "EUR"), List.of(), Optional.empty(), Optional.empty());
    await(here.sell(cause(orderId, 9), new OrderConfirmed(order)));

    assertThat(consumed.writeUnits()).isEqualTo(1);
  }

  private StockHandler process() {
    var stock = new GroupedStock(store, 25, 1_000, InstantSource.system(), StockObserver.NONE, DynamoStockTest.ANYWHERE);
    return new StockHandler(store, stock, new Telling(EventLog.NONE, this::hear), InstantSource.system(), StockObserver.NONE);
  }

  private Uni<Void> hear(List<Message> messages) {
    messages.forEach(message -> told.put(message.id(), message));
    return Uni.createFrom().voidItem();
  }

  private void receive(String sku, int units, int shards) {
    var stock = new GroupedStock(store, 25, 1_000, InstantSource.system(), StockObserver.NONE, DynamoStockTest.ANYWHERE);
    await(new Receiving(store, stock, new Telling(EventLog.NONE, this::hear), any -> shards, InstantSource.system(), StockObserver.NONE)
        .receive(Receipt.of("key", sku, "eu-1", units, Instant.EPOCH)));
  }

  private static Uni<Void> reserve(StockHandler handler, String orderId, Quantity... lines) {
    return Uni.createFrom().deferred(() -> handler.reserve(cause(orderId, 1), new ReserveStock(orderId, List.of(lines))));
  }

  private static Cause cause(String orderId, int version) {
    return new Cause("order/" + orderId + "/" + version + "/0", "", orderId, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  }

  private static Quantity one(String sku) {
    return new Quantity(sku, 1);
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }
}
