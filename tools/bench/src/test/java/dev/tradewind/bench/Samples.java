package dev.tradewind.bench;

import dev.tradewind.bench.Latencies.Percentiles;
import dev.tradewind.bench.Results.Measured;
import dev.tradewind.bench.Results.Probe;
import dev.tradewind.bench.Results.ProcessShare;
import dev.tradewind.bench.Results.Sustained;
import java.util.List;
import java.util.Map;

/** Results as runs might have found them. */
final class Samples {

  private Samples() {}

  /** Three runs of the platform and two of the peer, which fell behind at 20 orders a second. */
  static Results results() {
    return results(List.of(run(Contender.TRADEWIND, 1, 71.5, true), run(Contender.PEER, 1, 40.0, false), run(Contender.PEER, 2, 42.0, false),
        run(Contender.TRADEWIND, 2, 75.0, true), run(Contender.TRADEWIND, 3, 60.0, true)));
  }

  static Results results(List<Measured> runs) {
    return new Results("2026-01-01T00:00:00Z", "abc1234", "./tradewind bench --runs 3 --seconds 20 --rates 10,20",
        new Machine("CPU", 2, 4_096, "Linux", "25"), 0.4, runs);
  }

  static Measured run(Contender contender, int run, double perSecond, boolean keptUp) {
    Percentiles accept = new Percentiles(600, 9 + run, 15, 21, 40);
    Percentiles confirmed = new Percentiles(600, 120, 180, 240, 300);
    return new Measured(contender, run,
        List.of(outcome(10, 3, accept, confirmed), outcome(20, keptUp ? 5 : 400, accept, confirmed)),
        new Sustained(32, 20, perSecond, perSecond - 0.1, accept, confirmed, List.of(new Probe(16, 60.0), new Probe(32, 71.0))),
        new Cost(30, Map.of("Sqs ReceiveMessage", 5.0), 15, 2, Map.of("write orders", 7.0), 0.000_02, Map.of("SQS requests", 0.000_005)),
        List.of(new ProcessShare("orders", 200, 6, 0.2), new ProcessShare("payments", 100, 4, 0.1), new ProcessShare("local-cloud", 600, 9, 0.3),
            new ProcessShare("bench", 0, 3, 0.1)), 9_000);
  }

  static SteadyLoad.Outcome outcome(int rate, long open, Percentiles accept, Percentiles confirmed) {
    return new SteadyLoad.Outcome(rate, 20, accept, confirmed, confirmed, open);
  }
}
