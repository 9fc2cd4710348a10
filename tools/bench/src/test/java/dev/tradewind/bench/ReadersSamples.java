package dev.tradewind.bench;

import dev.tradewind.bench.Latencies.Percentiles;
import dev.tradewind.bench.ReadersResults.Measured;
import dev.tradewind.bench.ReadersResults.Parts;
import dev.tradewind.bench.ReadersResults.Replayed;
import dev.tradewind.bench.Results.ProcessShare;
import java.util.List;
import java.util.Map;

/** What runs might have found of those who read the events. */
final class ReadersSamples {

  private ReadersSamples() {}

  static ReadersResults results(Measured... runs) {
    return new ReadersResults("2026-01-01T00:00:00Z", "abc1234", "./tradewind bench readers --runs 3 --seconds 30 --rate 20 --events 2000",
        new Machine("CPU", 2, 4_096, "Linux", "25"), 0.4, List.of(runs));
  }

  static Measured run(int run, double viewP99, boolean keptUp) {
    return new Measured(run, 20, 30, keptUp, percentiles(40, viewP99), percentiles(140, viewP99 + 100), percentiles(800, 1_600),
        new ArchivedCommits.Sizes(9_000, 1_000, 2_500, 1.5),
        new Parts(cost(Map.of("Sqs ReceiveMessage", 5.0), Map.of("write tradewind-orders", 7.0), 0.000_020),
            cost(Map.of("Kinesis PutRecords", 3.0), Map.of("put tradewind-events", 10.0), 0.000_000_14),
            cost(Map.of("S3 PutObject", 0.1), Map.of("write leases", 0.2), 0.000_000_6),
            cost(Map.of("DynamoDb PutItem", 4.0), Map.of("write tradewind-queries", 12.0), 0.000_008), 1_073.741_824),
        List.of(new ProcessShare("orders", 200, 6, 0.2), new ProcessShare("archive", 300, 1.5, 0.1)),
        List.of(new Replayed(8_000, 5_000, 2_000, 500, 0.5 * run, 30, 1.5, 2), new Replayed(80_000, 50_000, 20_000, 5_000, 4, 31, 3, 6)), 1_000);
  }

  private static Cost cost(Map<String, Double> requests, Map<String, Double> units, double dollars) {
    return new Cost(requests.values().stream().mapToDouble(Double::doubleValue).sum(), requests, 1, 2, units, dollars, Map.of("something", dollars));
  }

  private static Percentiles percentiles(double p50, double p99) {
    return new Percentiles(100, p50, p99, p99, p99);
  }
}
