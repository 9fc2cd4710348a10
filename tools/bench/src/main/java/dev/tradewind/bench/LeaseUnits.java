package dev.tradewind.bench;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Units of the tables in which a reader of the log keeps its leases. The library does not ask what its requests take; its items have less than
 * 1 KiB, so that a write is one unit and a read one at most.
 */
final class LeaseUnits {

  private static final Set<String> WRITES = Set.of("DynamoDb PutItem", "DynamoDb UpdateItem", "DynamoDb DeleteItem");
  private static final Set<String> READS = Set.of("DynamoDb GetItem", "DynamoDb Query", "DynamoDb Scan");

  private LeaseUnits() {}

  /** The usage of a service whose only tables these are, with the units added. */
  static Usage byRule(Usage used) {
    Map<String, Double> units = new TreeMap<>(used.units());
    units.put("write leases", count(used, WRITES::contains));
    units.put("read leases", count(used, READS::contains));
    return new Usage(used.at(), used.requests(), units, used.cpu(), used.residentBytes());
  }

  private static double count(Usage used, Predicate<String> operations) {
    return used.requests().entrySet().stream().filter(entry -> operations.test(entry.getKey())).mapToDouble(Map.Entry::getValue).sum();
  }
}
