package dev.tradewind.bench;

import dev.tradewind.bench.EdgeResults.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What was found of the gateway, for people. */
final class EdgeReport {

  private final EdgeResults results;

  EdgeReport(EdgeResults results) {
    this.results = results;
  }

  Findings findings() {
    return new Findings(results.circumstances().text(results.runs().size()), results.command(),
        Optional.of("![Offered load against what was served](" + OverloadPicture.FILE + ")"), List.of(calls(), composed(), overload()), List.of());
  }

  private Table calls() {
    Measured any = results.runs().getFirst();
    List<List<String>> rows = List.of(
        List.of("an order's history, from orders", latency(Measured::direct), ""),
        List.of("the same, through the gateway", latency(Measured::through), of(Measured::gatewayCpuMillis).text(2)),
        List.of("a product, from catalog", latency(Measured::uncached), ""),
        List.of("the same, from the gateway's cache", latency(Measured::cached), ""));
    return new Table(List.of("%.0f reads a second".formatted(any.direct().offered()), "p50 / p99, ms", "CPU of the gateway a request, ms"), rows);
  }

  private Table composed() {
    return new Table(List.of("composed orders, as many as there can be", "a second", "p50 / p99, ms"), List.of(
        List.of("products cached", of(run -> run.composed().good()).text(0), latency(Measured::composed)),
        List.of("products asked for each time", of(run -> run.composedCold().good()).text(0), latency(Measured::composedCold))));
  }

  private Table overload() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < results.runs().getFirst().overload().size(); i++) {
      int step = i;
      rows.add(List.of(of(run -> run.overload().get(step).offered()).text(0), of(run -> run.overload().get(step).good()).text(0),
          of(run -> 100 * run.overload().get(step).good() / run.capacity()).text(0), of(run -> run.overload().get(step).partial()).text(0),
          of(run -> run.overload().get(step).refused()).text(0), of(run -> run.overload().get(step).failed()).text(0), latency(run -> run.overload().get(step))));
    }
    rows.add(List.of("then half of the capacity", "", "served again after %s s".formatted(of(Measured::recovered).text(0)), "", "", "", ""));
    return new Table(List.of("composed orders offered a second", "served whole",
        "in %% of a capacity of %s (aim at 3 times: ≥ 90)".formatted(of(Measured::capacity).text(0)), "served, with a part missing",
        "refused at once, with 503", "failed", "of those served whole: p50 / p99, ms"), rows);
  }

  private String latency(Function<Measured, Reads.Outcome> which) {
    return "%s / %s".formatted(of(run -> which.apply(run).latency().p50()).text(1), of(run -> which.apply(run).latency().p99()).text(1));
  }

  private Spread of(ToDoubleFunction<Measured> figure) {
    return Spread.of(results.runs().stream().map(figure::applyAsDouble).toList());
  }
}
