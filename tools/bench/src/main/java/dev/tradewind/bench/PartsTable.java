package dev.tradewind.bench;

import dev.tradewind.bench.ReadersResults.Measured;
import dev.tradewind.bench.ReadersResults.Parts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What an order takes of AWS, part beside part. */
final class PartsTable {

  private static final double WORTH_A_ROW = 0.005;
  private static final double MILLION = 1e6;

  private final Map<String, Function<Parts, Cost>> parts = new LinkedHashMap<>();
  private final List<Measured> runs;

  /** @param runs at least one */
  PartsTable(List<Measured> runs) {
    this.runs = runs;
    parts.put("the four services, without the log", Parts::services);
    parts.put("log", Parts::log);
    parts.put("archive", Parts::archive);
    parts.put("views", Parts::views);
  }

  Table table() {
    List<String> header = new ArrayList<>(List.of("an order takes"));
    header.addAll(parts.keySet());
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("AWS requests", Cost::requests, 1));
    rows.add(row("write units", Cost::writeUnits, 2));
    rows.add(row("read units", Cost::readUnits, 2));
    rows.add(row("$ a million orders", cost -> cost.dollars() * MILLION, 2));
    rows.addAll(details("", Cost::requestsBy, 1));
    rows.addAll(details("units: ", Cost::unitsBy, 1));
    rows.addAll(details("$ a million orders: ", Cost::dollarsBy, MILLION));
    return new Table(header, rows);
  }

  private List<List<String>> details(String prefix, Function<Cost, Map<String, Double>> which, double factor) {
    return runs.stream().flatMap(run -> entries(run, which)).filter(entry -> entry.getValue() * factor >= WORTH_A_ROW)
        .map(Entry::getKey).distinct().sorted()
        .map(name -> row(prefix + name, cost -> which.apply(cost).getOrDefault(name, 0.0) * factor, 2)).toList();
  }

  private Stream<Entry<String, Double>> entries(Measured run, Function<Cost, Map<String, Double>> which) {
    return parts.values().stream().flatMap(part -> which.apply(part.apply(run.costPerOrder())).entrySet().stream());
  }

  private List<String> row(String name, ToDoubleFunction<Cost> figure, int digits) {
    List<String> row = new ArrayList<>(List.of(name));
    for (Function<Parts, Cost> part : parts.values()) {
      row.add(Spread.of(runs.stream().map(run -> figure.applyAsDouble(part.apply(run.costPerOrder()))).toList()).text(digits));
    }
    return row;
  }
}
