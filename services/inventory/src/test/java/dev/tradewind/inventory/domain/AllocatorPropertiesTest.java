package dev.tradewind.inventory.domain;

import static dev.tradewind.inventory.domain.Stock.reservation;
import static dev.tradewind.inventory.domain.Stock.shelf;
import static dev.tradewind.inventory.domain.Stock.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AllocatorPropertiesTest {

  @Property(tries = 2_000)
  void anOrderIsServedIfAndOnlyIfEveryProductHasEnoughUnitsAltogether(
      @ForAll("shelves") Map<String, Shelf> shelves, @ForAll("lines") List<Quantity> lines) {
    var reservation = reservation("o-1", lines.toArray(Quantity[]::new));
    boolean enough = reservation.lines().stream().allMatch(line -> shelves.containsKey(line.sku()) && total(shelves.get(line.sku())) >= line.quantity());

    assertThat(Allocator.allocate(reservation, shelves).isPresent()).isEqualTo(enough);
    assertThat(Allocator.lacking(reservation, shelves).isEmpty()).isEqualTo(enough);
  }

  @Property(tries = 2_000)
  void whatIsTakenIsExactlyWhatWasAskedForAndNoCounterGivesMoreThanItHas(
      @ForAll("shelves") Map<String, Shelf> shelves, @ForAll("lines") List<Quantity> lines) {
    var reservation = reservation("o-1", lines.toArray(Quantity[]::new));
    Allocator.allocate(reservation, shelves).ifPresent(taken -> {
      var perSku = taken.stream().collect(Collectors.groupingBy(one -> one.counter().sku(), Collectors.summingInt(Allocation::quantity)));
      assertThat(perSku).isEqualTo(reservation.lines().stream().collect(Collectors.toMap(Quantity::sku, Quantity::quantity)));
      var perCounter = taken.stream().collect(Collectors.groupingBy(Allocation::counter, Collectors.summingLong(Allocation::quantity)));
      perCounter.forEach((counter, units) -> assertThat(units).isLessThanOrEqualTo(shelves.get(counter.sku()).units(counter)));
    });
  }

  @Property(tries = 2_000)
  void aLineIsSplitOnlyWhenNoSingleCounterHoldsEnough(@ForAll("shelves") Map<String, Shelf> shelves, @ForAll("lines") List<Quantity> lines) {
    var reservation = reservation("o-1", lines.toArray(Quantity[]::new));
    Allocator.allocate(reservation, shelves).ifPresent(taken -> reservation.lines().forEach(line -> {
      boolean oneIsEnough = shelves.get(line.sku()).available().values().stream().anyMatch(units -> units >= line.quantity());
      long counters = taken.stream().filter(one -> one.counter().sku().equals(line.sku())).count();
      assertThat(counters == 1).isEqualTo(oneIsEnough);
    }));
  }

  @Property(tries = 500)
  void ordersOneAfterTheOtherTakeEverySingleUnitAndNotOneMore(@ForAll("shelves") Map<String, Shelf> shelves) {
    shelves.forEach((sku, shelf) -> {
      var rest = shelf;
      long units = total(shelf);
      for (int order = 0; order < units; order++) {
        var taken = Allocator.allocate(reservation("order-" + order, units(1, sku)), Map.of(sku, rest)).orElseThrow().getFirst();
        rest = rest.changed(taken.counter(), -1);
        assertThat(rest.units(taken.counter())).isNotNegative();
      }
      assertThat(Allocator.allocate(reservation("one-more", units(1, sku)), Map.of(sku, rest))).isEmpty();
    });
  }

  @Property(tries = 1_000)
  void aReceiptIsSpreadEvenlyToTheLastUnit(@ForAll("quantities") long quantity, @ForAll("shards") int shards, @ForAll("keys") String key) {
    var spread = Receipt.of(key, "TEA", "eu-1", quantity, Instant.EPOCH).spreadOver(Directory.first("TEA", "eu-1", shards));

    assertThat(spread.values().stream().mapToLong(units -> units).sum()).isEqualTo(quantity);
    assertThat(spread.values()).allSatisfy(units -> assertThat(units).isBetween(quantity / shards, quantity / shards + 1).isPositive());
    assertThat(spread).hasSize((int) Math.min(quantity, shards));
  }

  @Provide
  Arbitrary<Map<String, Shelf>> shelves() {
    var figures = Arbitraries.longs().between(0, 6).array(long[].class).ofMinSize(1).ofMaxSize(5);
    var warehouses = Arbitraries.maps(Arbitraries.of("eu-1", "us-1", "ap-1"), figures).ofMinSize(1).map(LinkedHashMap::new);
    return Arbitraries.maps(Arbitraries.of("A", "B", "C"), warehouses).ofMinSize(1).map(all -> {
      var shelves = new HashMap<String, Shelf>();
      all.forEach((sku, where) -> shelves.put(sku, shelf(sku, where)));
      return shelves;
    });
  }

  @Provide
  Arbitrary<List<Quantity>> lines() {
    var line = Arbitraries.of("A", "B", "C", "D").flatMap(sku -> Arbitraries.integers().between(1, 12).map(n -> new Quantity(sku, n)));
    return line.list().ofMinSize(1).ofMaxSize(4).map(ArrayList::new);
  }

  @Provide
  Arbitrary<Long> quantities() {
    return Arbitraries.longs().between(1, 1_000_000_000);
  }

  @Provide
  Arbitrary<Integer> shards() {
    return Arbitraries.integers().between(1, 64);
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.strings().ofMinLength(1).ofMaxLength(40);
  }

  private static long total(Shelf shelf) {
    return shelf.available().values().stream().mapToLong(units -> units).sum();
  }
}
