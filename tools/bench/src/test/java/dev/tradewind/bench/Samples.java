package dev.tradewind.bench;

import dev.tradewind.bench.Latencies.Percentiles;
import dev.tradewind.bench.Results.Probe;
import dev.tradewind.bench.Results.ProcessShare;
import dev.tradewind.bench.Results.Sustained;
import java.util.List;
import java.util.Map;

/** Results as a run might have found them. */
final class Samples {

  private Samples() {}

  static Results results() {
    Percentiles accept = new Percentiles(600, 9, 15, 21, 40);
    Percentiles confirmed = new Percentiles(600, 120, 180, 240, 300);
    return new Results("2026-01-01T00:00:00Z", "abc1234", "./tradewind bench --seconds 60 --rate 10", new Machine("CPU", 2, 4_096, "Linux", "25"),
        new SteadyLoad.Outcome(10, 60, accept, confirmed, confirmed),
        new Sustained(32, 60, 71.5, 71.4, accept, confirmed, List.of(new Probe(16, 60.0), new Probe(32, 71.0))),
        new Cost(30, Map.of("Sqs ReceiveMessage", 5.0), 15, 2, Map.of("write tradewind-orders", 7.0), 0.000_02, Map.of("SQS requests", 0.000_005)),
        List.of(new ProcessShare("orders", 200, 6, 0.2), new ProcessShare("local-cloud", 600, 9, 0.3), new ProcessShare("bench", 0, 3, 0.1)), 9_000);
  }
}
