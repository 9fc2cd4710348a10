package dev.tradewind.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * Write units of Tradewind's transactions by AWS's rule. DynamoDB Local reports the same number for every small transaction, whatever is in
 * it; AWS counts two units for each item of up to 1 KiB. Reserving writes one token an order and one counter a line, and orders that
 * share a transaction share counters, so a token and a counter for each is the most it can be. The peer counts its own items as it sends them.
 */
final class TransactionUnits {

  private static final String TABLE = "write tradewind-inventory";
  private static final String OPERATION = "DynamoDb TransactWriteItems";
  private static final double REPORTED = 4;
  private static final double EACH_ITEM = 2;

  private TransactionUnits() {}

  /** The usage with the reported units replaced. */
  static Usage byRule(Usage used, long orders, double linesPerOrder) {
    Map<String, Double> units = new TreeMap<>(used.units());
    double reported = used.requests().getOrDefault(OPERATION, 0.0) * REPORTED;
    units.computeIfPresent(TABLE, (table, count) -> count - reported + EACH_ITEM * orders * (1 + linesPerOrder));
    return new Usage(used.at(), used.requests(), units, used.cpu(), used.residentBytes());
  }
}
