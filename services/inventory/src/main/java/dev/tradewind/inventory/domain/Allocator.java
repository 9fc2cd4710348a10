package dev.tradewind.inventory.domain;

import dev.tradewind.contracts.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which counters the units of an order come from: from one each if possible, from several before it gives up. */
public final class Allocator {

  private Allocator() {}

  /** Units for every line, or empty when a line does not find enough on the shelves. */
  public static Optional<List<Allocation>> allocate(Reservation reservation, Map<String, Shelf> shelves) {
    var all = new ArrayList<Allocation>();
    for (var line : reservation.lines()) {
      var shelf = shelves.get(line.sku());
      var taken = shelf == null ? List.<Allocation>of() : take(reservation.orderId(), line, shelf);
      if (taken.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(taken);
    }
    return all.size() <= Reservation.MOST_COUNTERS ? Optional.of(List.copyOf(all)) : Optional.empty();
  }

  /** Why these shelves cannot serve the reservation; empty when they can. */
  public static Optional<Rejection> lacking(Reservation reservation, Map<String, Shelf> shelves) {
    var unknown = reservation.lines().stream().map(Quantity::sku).filter(sku -> !shelves.containsKey(sku)).toList();
    if (!unknown.isEmpty()) {
      return Optional.of(new Rejection(Rejection.UNKNOWN_SKU, unknown));
    }
    if (allocate(reservation, shelves).isPresent()) {
      return Optional.empty();
    }
    var out = reservation.lines().stream()
        .filter(line -> take(reservation.orderId(), line, shelves.get(line.sku())).isEmpty())
        .map(Quantity::sku)
        .toList();
    return Optional.of(new Rejection(Rejection.OUT_OF_STOCK, out));
  }

  private static List<Allocation> take(String orderId, Quantity line, Shelf shelf) {
    var counters = shelf.directory().countersFor(orderId);
    for (var counter : counters) {
      if (shelf.units(counter) >= line.quantity()) {
        return List.of(new Allocation(counter, line.quantity()));
      }
    }
    return spread(line.quantity(), counters, shelf);
  }

  /** The fullest first, so that as few counters as possible are touched. */
  private static List<Allocation> spread(int quantity, List<CounterKey> counters, Shelf shelf) {
    var fullestFirst = counters.stream().sorted(Comparator.comparingLong(shelf::units).reversed()).toList();
    var taken = new ArrayList<Allocation>();
    int missing = quantity;
    for (var counter : fullestFirst) {
      int units = (int) Math.min(missing, shelf.units(counter));
      if (units > 0) {
        taken.add(new Allocation(counter, units));
        missing -= units;
      }
    }
    return missing == 0 ? taken : List.of();
  }
}
