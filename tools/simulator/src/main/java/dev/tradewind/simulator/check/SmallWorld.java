package dev.tradewind.simulator.check;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Receipt;
import dev.tradewind.inventory.grouping.CounterChange;
import dev.tradewind.inventory.grouping.StockWrite;
import dev.tradewind.orders.domain.OrderCommand;
import dev.tradewind.orders.domain.OrderIds;
import dev.tradewind.simulator.check.Left.Bounds;
import dev.tradewind.simulator.services.Inventory;
import dev.tradewind.simulator.world.Sabotage;
import dev.tradewind.simulator.world.Shelves;
import dev.tradewind.simulator.world.SimulatedService;
import dev.tradewind.simulator.world.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A world small enough to try everything that can happen in it.
 *
 * @param name for the command line
 * @param about what it is for, in a few words
 * @param orders what is ordered
 * @param stock how many units there are, by product
 * @param cancelled whether the first order is also cancelled, at any time
 * @param suspected whether the first order is also suspected, at any time after it was placed, and decided about, at any time or never
 * @param release of the services; the second one carries orders out in another order, and is sooner out of patience
 * @param bounds how much may go wrong
 * @param logged whether there is the central log, into which every commit is put
 * @param mistake makes what is wrong on purpose, afresh for every process
 */
record SmallWorld(
    String name, String about, List<OrderCommand.Place> orders, Map<String, Long> stock, boolean cancelled, boolean suspected, int release, Bounds bounds,
    boolean logged, Supplier<Sabotage> mistake) {

  private static final String WAREHOUSE = "warehouse";
  private static final long PRICE = 1_000;

  /** Orders of one unit each of the products named, paid with the card named. */
  static SmallWorld of(String name, String about, int orders, List<String> skus, String card, Map<String, Long> stock) {
    var lines = skus.stream().map(sku -> new OrderLine(sku, 1, PRICE)).toList();
    var places = IntStream.range(0, orders).mapToObj(number -> place(number, lines, card)).toList();
    return new SmallWorld(name, about, places, stock, false, false, 1, new Bounds(0, 0, 0), false, () -> Sabotage.NONE);
  }

  SmallWorld within(int duplicates, int crashes, int timeouts) {
    return new SmallWorld(name, about, orders, stock, cancelled, suspected, release, new Bounds(duplicates, crashes, timeouts), logged, mistake);
  }

  /** The same, and the first order may be cancelled at any time. */
  SmallWorld andCancelled() {
    return new SmallWorld(name, about, orders, stock, true, suspected, release, bounds, logged, mistake);
  }

  /** The same, and somebody suspects the first order; two operators may decide about it, one this way, one that way. */
  SmallWorld andSuspected() {
    return new SmallWorld(name, about, orders, stock, cancelled, true, release, bounds, logged, mistake);
  }

  SmallWorld ofTheNextRelease() {
    return new SmallWorld(name, about, orders, stock, cancelled, suspected, 2, bounds, logged, mistake);
  }

  SmallWorld with(Supplier<Sabotage> other) {
    return new SmallWorld(name, about, orders, stock, cancelled, suspected, release, bounds, logged, other);
  }

  /** The same, with the central log. */
  SmallWorld andLogged() {
    return new SmallWorld(name, about, orders, stock, cancelled, suspected, release, bounds, true, mistake);
  }

  /** In minor units. */
  long total(int order) {
    return orders.get(order).lines().stream().mapToLong(line -> line.quantity() * line.unitPrice()).sum();
  }

  Situation beginning(List<SimulatedService> services) {
    return beginning(new Setting(this, services, false));
  }

  Situation beginning(Setting setting) {
    var tables = new LinkedHashMap<String, Table>();
    setting.services().forEach(service -> tables.put(service.name(), new Table()));
    var shelves = shelves();
    var kept = new Kept(setting, tables, shelves);
    shelves.items().values().stream().filter(Receipt.class::isInstance)
        .forEach(receipt -> kept.records().log(Inventory.NAME, ((Receipt) receipt).commit()));
    for (int order = 0; order < orders.size(); order++) {
      kept.mail().put(setting.waiting(new Waiting.Visit(Waiting.Wish.PLACE, order)));
    }
    if (cancelled) {
      kept.mail().put(setting.waiting(new Waiting.Visit(Waiting.Wish.CANCEL, 0)));
    }
    if (suspected) {
      kept.mail().put(setting.waiting(new Waiting.Visit(Waiting.Wish.RELEASE, 0)));
      kept.mail().put(setting.waiting(new Waiting.Visit(Waiting.Wish.CANCEL_AS_FRAUD, 0)));
    }
    var lives = IntStream.range(0, setting.places()).mapToObj(place -> Life.fresh(setting, place)).toList();
    return new Situation(setting, kept, lives, Setting.BEGINNING, Left.of(bounds, orders.size()));
  }

  private Shelves shelves() {
    var shelves = new Shelves();
    stock.forEach((sku, units) -> {
      var directory = Directory.first(sku, WAREHOUSE, 1);
      var counters = new LinkedHashMap<CounterKey, CounterChange>();
      counters.put(directory.counters().getFirst(), new CounterChange(units, units));
      shelves.put(new StockWrite(counters, new ArrayList<>(List.of(Receipt.of("receipt", sku, WAREHOUSE, units, Instant.EPOCH), directory))));
    });
    return shelves;
  }

  private static OrderCommand.Place place(int number, List<OrderLine> lines, String card) {
    var customer = "customer-" + number;
    return new OrderCommand.Place(OrderIds.of(customer, "key"), customer, "EUR", lines, card,
        new Address("Someone", "1 Street", "City", "12345", "DE"), "body-" + number);
  }
}
