package dev.tradewind.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one order takes of AWS, on average.
 *
 * @param requests AWS requests of all kinds
 * @param requestsBy the same by service and operation
 * @param writeUnits DynamoDB write units
 * @param readUnits DynamoDB read units
 * @param unitsBy the same by kind and table; and records by stream, as {@code put}
 * @param dollars at list prices
 * @param dollarsBy the same by what is charged
 */
record Cost(double requests, Map<String, Double> requestsBy, double writeUnits, double readUnits, Map<String, Double> unitsBy, double dollars,
    Map<String, Double> dollarsBy) {

  static Cost of(Usage used, long orders) {
    Map<String, Double> requests = each(used.requests(), orders);
    Map<String, Double> units = each(used.units(), orders);
    double writes = sum(units, "write ");
    double reads = sum(units, "read ");
    Map<String, Double> dollars = new LinkedHashMap<>();
    dollars.put("DynamoDB writes", Price.DYNAMODB_WRITE_UNIT.dollars(writes));
    dollars.put("DynamoDB reads", Price.DYNAMODB_READ_UNIT.dollars(reads));
    dollars.put("SQS requests", Price.SQS_REQUEST.dollars(sum(requests, "Sqs ")));
    dollars.put("SNS publishes", Price.SNS_PUBLISH.dollars(sum(requests, "Sns ")));
    dollars.put("Kinesis put units", Price.KINESIS_PUT_UNIT.dollars(sum(units, Metrics.PUT)));
    dollars.put("S3 puts and lists", Price.S3_PUT.dollars(sum(requests, "S3 Put") + sum(requests, "S3 List")));
    dollars.put("S3 gets", Price.S3_GET.dollars(sum(requests, "S3 Get") + sum(requests, "S3 Head")));
    return new Cost(sum(requests, ""), requests, writes, reads, units, sum(dollars, ""), dollars);
  }

  private static Map<String, Double> each(Map<String, Double> all, long orders) {
    Map<String, Double> each = new TreeMap<>();
    all.forEach((name, count) -> each.put(name, count / orders));
    return each;
  }

  /** To the central log. */
  double logRequests() {
    return sum(requestsBy, "Kinesis ");
  }

  private static double sum(Map<String, Double> counts, String prefix) {
    return counts.entrySet().stream().filter(entry -> entry.getKey().startsWith(prefix)).mapToDouble(Map.Entry::getValue).sum();
  }
}
