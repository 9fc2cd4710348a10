package dev.tradewind.bench;

import dev.tradewind.bench.Latencies.Percentiles;
import dev.tradewind.bench.Results.ProcessShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What was found, for people. */
final class Report {

  private static final Set<String> STAND_INS = Set.of("local-cloud", "partners", "bench");

  private final Results results;

  Report(Results results) {
    this.results = results;
  }

  List<String> text() {
    List<String> lines = new ArrayList<>(List.of("", where(), ""));
    for (Table table : List.of(figures(), cost(), processes())) {
      lines.addAll(table.text());
      lines.add("");
    }
    lines.add(limits());
    return lines;
  }

  List<String> markdown() {
    List<String> lines = new ArrayList<>(List.of(where(), "", "`" + results.command() + "`", ""));
    for (Table table : List.of(figures(), cost(), processes())) {
      lines.addAll(table.markdown());
      lines.add("");
    }
    lines.add(limits());
    lines.add("");
    lines.add("In flight, and orders confirmed a second: " + results.sustained().probes().stream()
        .map(probe -> "%d → %s".formatted(probe.inFlight(), number(probe.confirmedPerSecond(), 1))).collect(Collectors.joining(", ")) + ".");
    return lines;
  }

  private String where() {
    Machine machine = results.machine();
    return "%s, commit %s, on %s, %d cores, %d MiB, %s, JDK %s. Everything on this one machine.".formatted(
        results.date(), results.commit(), machine.processor(), machine.cores(), machine.memoryMiB(), machine.os(), machine.jdk());
  }

  private Table figures() {
    SteadyLoad.Outcome steady = results.steady();
    Results.Sustained full = results.sustained();
    String at = "at %d orders/s: ".formatted(steady.ratePerSecond());
    return new Table(List.of("figure", "found", "aim"), List.of(
        List.of(at + "accepted (202), p50 / p99", latencies(steady.accept()), "p99 ≤ 50 ms"),
        List.of(at + "CONFIRMED by its commit, p50 / p99", latencies(steady.confirmed()), "p50 ≤ 250 ms"),
        List.of(at + "CONFIRMED as a listener hears it, p50 / p99", latencies(steady.heard()), ""),
        List.of("full load: orders confirmed a second", number(full.confirmedPerSecond(), 1), "≥ 60"),
        List.of("full load: orders delivered a second", number(full.deliveredPerSecond(), 1), "as many"),
        List.of("full load: accepted (202), p50 / p99, %d in flight".formatted(full.inFlight()), latencies(full.accept()), ""),
        List.of("full load: CONFIRMED as a listener hears it, p50 / p99", latencies(full.confirmed()), ""),
        List.of("AWS requests an order", number(results.costPerOrder().requests(), 1), "≤ 40"),
        List.of("write units an order", number(results.costPerOrder().writeUnits(), 1), "≤ 20"),
        List.of("read units an order", number(results.costPerOrder().readUnits(), 1), ""),
        List.of("list price of an order", "$%s".formatted(number(results.costPerOrder().dollars(), 7)), ""),
        List.of("list price of a million orders", "$%s".formatted(number(results.costPerOrder().dollars() * 1e6, 2)), "")));
  }

  private Table cost() {
    List<List<String>> rows = new ArrayList<>();
    results.costPerOrder().requestsBy().forEach((name, count) -> rows.add(List.of(name, number(count, 2))));
    results.costPerOrder().unitsBy().forEach((name, count) -> rows.add(List.of("units: " + name, number(count, 2))));
    results.costPerOrder().dollarsBy().forEach((name, dollars) -> rows.add(List.of("$ a million orders: " + name, number(dollars * 1e6, 2))));
    return new Table(List.of("under full load, an order takes", "on average"), rows);
  }

  private Table processes() {
    return new Table(List.of("process", "memory", "CPU an order", "share of all cores"), results.processes().stream().map(process -> List.of(
        process.name(), process.residentMiB() == 0 ? "" : process.residentMiB() + " MiB", number(process.cpuMillisPerOrder(), 1) + " ms",
        number(process.cpuShare() * 100, 0) + " %")).toList());
  }

  private String limits() {
    double standIns = share(true);
    double services = share(false);
    return ("The cores were %s %% busy with these processes: %s %% with the four services, and %s %% with what stands in for AWS, the provider, "
        + "the carrier and the customers, which would be elsewhere. All %d orders were delivered, and each was captured once.").formatted(
        number((standIns + services) * 100, 0), number(services * 100, 0), number(standIns * 100, 0), results.ordersInAll());
  }

  private double share(boolean standIns) {
    return results.processes().stream().filter(process -> STAND_INS.contains(process.name()) == standIns).mapToDouble(ProcessShare::cpuShare).sum();
  }

  private static String latencies(Percentiles latencies) {
    return "%s / %s ms".formatted(number(latencies.p50(), 0), number(latencies.p99(), 0));
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
