package dev.tradewind.simulator.check;

import java.util.List;
import java.util.Map;

/** The worlds that are searched, those that take longest first. */
final class SmallWorlds {

  private static final String GOOD = "tok_approved";
  private static final Map<String, Long> ENOUGH = Map.of("A", 2L);
  private static final Map<String, Long> LAST_UNIT = Map.of("A", 1L);

  static final List<SmallWorld> ALL = List.of(
      one("declined", "one order whose card is declined", "tok_declined").within(1, 1, 1),
      one("cancelled", "one order, cancelled at any time", GOOD).andCancelled().within(0, 1, 0),
      two("last-unit", "two orders want the last unit", List.of("A"), LAST_UNIT).within(1, 1, 0),
      one("logged", "one order, with the central log", GOOD).andLogged().within(0, 1, 0),
      one("crashes", "one order", GOOD).within(1, 2, 0),
      one("sold-out", "one order of a product that never came", GOOD, Map.of("B", 1L)).within(2, 2, 1),
      one("duplicates", "one order", GOOD).within(2, 1, 0),
      one("cancelled-twice", "one order, cancelled at any time", GOOD).andCancelled().within(1, 0, 0),
      one("suspected", "one order, suspected at any time, decided about at any time or never", GOOD).andSuspected(),
      one("late-or-lost", "one order", GOOD).within(1, 0, 1),
      two("two-products", "two orders want two products, one of them scarce", List.of("A", "B"), Map.of("A", 2L, "B", 1L)).within(0, 1, 0),
      two("last-unit-repeated", "two orders want the last unit", List.of("A"), LAST_UNIT).within(2, 0, 0),
      two("last-unit-late", "two orders want the last unit", List.of("A"), LAST_UNIT).within(0, 0, 1),
      two("last-unit-cancelled", "two orders want the last unit, the first is cancelled at any time", List.of("A"), LAST_UNIT).andCancelled(),
      one("logged-repeated", "one order, with the central log", GOOD).andLogged().within(1, 0, 0),
      one("declined-late", "one order whose card is declined when the money is taken", "tok_capture_declined").within(1, 1, 0),
      one("given-up", "one order of the next release, which is given up when the stock does not answer", GOOD).ofTheNextRelease().within(0, 0, 2));

  private SmallWorlds() {}

  private static SmallWorld one(String name, String about, String card) {
    return one(name, about, card, ENOUGH);
  }

  private static SmallWorld one(String name, String about, String card, Map<String, Long> stock) {
    return SmallWorld.of(name, about, 1, List.of("A"), card, stock);
  }

  private static SmallWorld two(String name, String about, List<String> skus, Map<String, Long> stock) {
    return SmallWorld.of(name, about, 2, skus, GOOD, stock);
  }
}
