package dev.tradewind.bench;

import dev.tradewind.bench.Latencies.Percentiles;
import dev.tradewind.bench.Results.Measured;
import dev.tradewind.bench.Results.Probe;
import dev.tradewind.bench.Results.ProcessShare;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was found, for people: each figure of every contender beside the other's. */
final class Report {

  static final List<String> SERVICES = List.of("orders", "inventory", "payments", "shipping");
  static final List<String> STAND_INS = List.of("local-cloud", "partners", "bench");
  private static final int RATE_OF_THE_AIMS = 10;
  private static final double WORTH_A_ROW = 0.02;

  private final Results results;
  private final Map<Contender, Digest> digests = new LinkedHashMap<>();

  Report(Results results) {
    this.results = results;
    results.contenders().forEach(contender -> digests.put(contender, new Digest(results.of(contender))));
  }

  Findings findings() {
    return new Findings(results.circumstances().text(results.runs().stream().mapToInt(Measured::run).max().orElse(0)), results.command(),
        Optional.of("![Latency against load: accepted and CONFIRMED, median and 99th percentile](" + Publication.PICTURE + ")"),
        List.of(figures(), latencies(), cost(), processes()), limits());
  }

  private Table figures() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("full load: orders confirmed a second", digest -> digest.of(run -> run.sustained().confirmedPerSecond()).text(1), "≥ 60"));
    rows.add(row("full load: orders delivered a second", digest -> digest.of(run -> run.sustained().deliveredPerSecond()).text(1), "as many"));
    rows.add(row("full load: orders in flight", digest -> digest.of(run -> run.sustained().inFlight()).text(0), ""));
    rows.add(row("steady load: highest rate tried that every run kept up with, orders a second",
        digest -> digest.keptUpWith() == 0 ? "none" : Integer.toString(digest.keptUpWith()), ""));
    rows.add(row("AWS requests an order", digest -> digest.of(run -> run.costPerOrder().requests()).text(1), "≤ 40"));
    rows.add(row("of these, to the central log", digest -> digest.of(run -> run.costPerOrder().logRequests()).text(1), ""));
    rows.add(row("write units an order", digest -> digest.of(run -> run.costPerOrder().writeUnits()).text(1), "≤ 20"));
    rows.add(row("read units an order", digest -> digest.of(run -> run.costPerOrder().readUnits()).text(1), ""));
    rows.add(row("list price of a million orders, $", digest -> digest.of(run -> run.costPerOrder().dollars() * 1e6).text(2), ""));
    rows.add(row("memory of the four services, MiB", digest -> digest.processes(SERVICES, ProcessShare::residentMiB).text(0), ""));
    rows.add(row("CPU of the four services an order, ms", digest -> digest.processes(SERVICES, ProcessShare::cpuMillisPerOrder).text(1), ""));
    return new Table(header("figure", "aim"), rows);
  }

  private Table latencies() {
    List<List<String>> rows = new ArrayList<>();
    for (int rate : digests.values().stream().flatMap(digest -> digest.rates().stream()).collect(Collectors.toCollection(TreeSet::new))) {
      boolean aims = rate == RATE_OF_THE_AIMS;
      rows.add(latency(rate, "accepted (202)", SteadyLoad.Outcome::accept, aims ? "p99 ≤ 50" : ""));
      rows.add(latency(rate, "CONFIRMED by its commit", SteadyLoad.Outcome::confirmed, aims ? "p50 ≤ 250" : ""));
      rows.add(latency(rate, "CONFIRMED as a listener hears it", SteadyLoad.Outcome::heard, ""));
    }
    return new Table(header("steady load, p50 / p99 in ms", "aim"), rows);
  }

  private List<String> latency(int rate, String what, Function<SteadyLoad.Outcome, Percentiles> which, String aim) {
    return row("%d orders/s: %s".formatted(rate, what), digest -> digest.at(rate, which, Percentiles::p50)
        .flatMap(half -> digest.at(rate, which, Percentiles::p99).map(most ->
            "%s / %s%s".formatted(half.text(0), most.text(0), digest.keptUp(rate) ? "" : " (fell behind)")))
        .orElse("not tried"), aim);
  }

  private Table cost() {
    List<List<String>> rows = new ArrayList<>();
    rows.addAll(parts("", Cost::requestsBy, 1, 2));
    rows.addAll(parts("units: ", Cost::unitsBy, 1, 2));
    rows.addAll(parts("$ a million orders: ", Cost::dollarsBy, 1e6, 2));
    return new Table(header("under full load, an order takes"), rows);
  }

  private List<List<String>> parts(String prefix, Function<Cost, Map<String, Double>> part, double factor, int digits) {
    return results.runs().stream().flatMap(run -> part.apply(run.costPerOrder()).entrySet().stream())
        .filter(entry -> entry.getValue() * factor >= WORTH_A_ROW).map(Map.Entry::getKey).distinct().sorted()
        .map(name -> row(prefix + name, digest -> digest.of(run ->
            part.apply(run.costPerOrder()).getOrDefault(name, 0.0) * factor).text(digits))).toList();
  }

  private Table processes() {
    List<List<String>> rows = new ArrayList<>();
    for (String name : results.runs().getFirst().processes().stream().map(ProcessShare::name).toList()) {
      rows.add(row(name, digest -> process(digest, name)));
    }
    return new Table(header("process: memory, CPU an order"), rows);
  }

  private static String process(Digest digest, String name) {
    Spread memory = digest.processes(List.of(name), ProcessShare::residentMiB);
    String processor = digest.processes(List.of(name), ProcessShare::cpuMillisPerOrder).text(1) + " ms";
    // The bench does not look at its own memory.
    return memory.max() == 0 ? processor : "%s MiB, %s".formatted(memory.text(0), processor);
  }

  private List<String> limits() {
    List<String> lines = new ArrayList<>();
    digests.forEach((contender, digest) -> {
      Spread services = digest.processes(SERVICES, share -> share.cpuShare() * 100);
      Spread standIns = digest.processes(STAND_INS, share -> share.cpuShare() * 100);
      lines.add(("%s under full load: the four services took %s %% of the cores, and what stands in for AWS, the provider, the carrier and the "
          + "customers, which would be elsewhere, took %s %%. All %d orders were delivered, and each was captured once.").formatted(
          contender.title(), services.text(0), standIns.text(0), results.of(contender).stream().mapToLong(Measured::ordersInAll).sum()));
      List<Probe> probes = results.of(contender).getFirst().sustained().probes();
      if (!probes.isEmpty()) {
        lines.add("%s, first run: in flight, and orders confirmed a second: %s.".formatted(contender.title(), probes.stream()
            .map(probe -> "%d → %.1f".formatted(probe.inFlight(), probe.confirmedPerSecond())).collect(Collectors.joining(", "))));
      }
    });
    return lines;
  }

  private List<String> header(String first, String... last) {
    List<String> header = new ArrayList<>(List.of(first));
    digests.keySet().forEach(contender -> header.add(contender.title()));
    header.addAll(List.of(last));
    return header;
  }

  private List<String> row(String first, Function<Digest, String> cell, String... last) {
    List<String> row = new ArrayList<>(List.of(first));
    digests.values().forEach(digest -> row.add(cell.apply(digest)));
    row.addAll(List.of(last));
    return row;
  }
}
