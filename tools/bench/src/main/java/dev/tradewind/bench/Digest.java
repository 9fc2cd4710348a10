package dev.tradewind.bench;

import dev.tradewind.bench.Latencies.Percentiles;
import dev.tradewind.bench.Results.Measured;
import dev.tradewind.bench.Results.ProcessShare;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What several runs of one contender come to. */
final class Digest {

  private final List<Measured> runs;

  /** @param runs of one contender, at least one */
  Digest(List<Measured> runs) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("runs must not be empty");
    }
    this.runs = List.copyOf(runs);
  }

  Spread of(ToDoubleFunction<Measured> figure) {
    return Spread.of(runs.stream().map(figure::applyAsDouble).toList());
  }

  /** At one rate; empty when no run got there. */
  Optional<Spread> at(int rate, Function<SteadyLoad.Outcome, Percentiles> latency, ToDoubleFunction<Percentiles> figure) {
    List<Double> values = outcomes(rate).map(latency).map(figure::applyAsDouble).toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
  }

  /** The highest rate that every run kept up with; 0 when there is none. */
  int keptUpWith() {
    return rates().stream().filter(this::keptUp).mapToInt(Integer::intValue).max().orElse(0);
  }

  boolean keptUp(int rate) {
    return outcomes(rate).filter(SteadyLoad.Outcome::keptUp).count() == runs.size();
  }

  /** Those that any run got to. */
  List<Integer> rates() {
    return runs.stream().flatMap(run -> run.steady().stream()).map(SteadyLoad.Outcome::ratePerSecond).distinct().sorted().toList();
  }

  /** The processes of these, added up. */
  Spread processes(List<String> names, ToDoubleFunction<ProcessShare> figure) {
    return of(run -> run.processes().stream().filter(process -> names.contains(process.name())).mapToDouble(figure).sum());
  }

  private Stream<SteadyLoad.Outcome> outcomes(int rate) {
    return runs.stream().flatMap(run -> run.steady().stream()).filter(outcome -> outcome.ratePerSecond() == rate);
  }
}
