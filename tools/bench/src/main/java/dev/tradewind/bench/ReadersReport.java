package dev.tradewind.bench;

import dev.tradewind.bench.Latencies.Percentiles;
import dev.tradewind.bench.ReadersResults.Measured;
import dev.tradewind.bench.ReadersResults.Replayed;
import dev.tradewind.bench.Results.ProcessShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What was found of those who read the events, for people. */
final class ReadersReport {

  private static final double MILLION = 1e6;
  private static final double GIB = 1L << 30;
  private static final double KIB_IN_A_GIB = 1L << 20;

  private final ReadersResults results;

  ReadersReport(ReadersResults results) {
    this.results = results;
  }

  Findings findings() {
    return new Findings(results.circumstances().text(results.runs().size()), results.command(), Optional.empty(),
        List.of(lags(), replays(), log(), new PartsTable(results.runs()).table(), processes()), List.of(checked()));
  }

  private Table lags() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("view, waited for by whoever placed the order", percentiles(Measured::viewWaited), "p99 ≤ 500"));
    rows.add(List.of("view, heard of by whoever follows the order", percentiles(Measured::viewHeard), "p99 ≤ 500"));
    rows.add(List.of("archive: the commit's object is in S3", percentiles(Measured::archived), ""));
    Measured any = results.runs().getFirst();
    return new Table(List.of("%d orders/s for %d s: from a commit until it is seen, p50 / p99 in ms".formatted(any.ratePerSecond(), any.seconds()),
        results.runs().stream().allMatch(Measured::keptUp) ? "Tradewind" : "Tradewind (fell behind)", "aim"), rows);
  }

  private String percentiles(Function<Measured, Percentiles> which) {
    return "%s / %s".formatted(of(run -> which.apply(run).p50()).text(0), of(run -> which.apply(run).p99()).text(0));
  }

  private Table replays() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < results.runs().getFirst().replays().size(); i++) {
      int length = i;
      rows.add(List.of(replayed(length, replay -> replay.events(), 0), replayed(length, replay -> replay.archived(), 0),
          replayed(length, Replayed::seconds, 1), replayed(length, Replayed::eventsPerSecond, 0), replayed(length, Replayed::archivedPerSecond, 0),
          replayed(length, replay -> replay.written(), 0), replayed(length, replay -> replay.heapMiB(), 0),
          replayed(length, Replayed::cpuSeconds, 1), replayed(length, Replayed::cloudCpuSeconds, 1)));
    }
    return new Table(List.of("replay: events of orders", "among commits of all services", "seconds", "events a second (aim ≥ 5,000)",
        "commits a second", "views written", "heap in use, at most, MiB (aim: flat)", "CPU of the replay, s",
        "CPU of the local cloud, s"), rows);
  }

  private String replayed(int length, ToDoubleFunction<Replayed> figure, int digits) {
    return of(run -> figure.applyAsDouble(run.replays().get(length))).text(digits);
  }

  private Table log() {
    return new Table(List.of("an order leaves behind", "Tradewind"), List.of(
        List.of("records of the log", of(ReadersReport::records).text(2)),
        List.of("bytes of a record, on average", of(run -> run.records().meanBytes()).text(0)),
        List.of("bytes of the largest record (one put unit: 25 KB)", of(run -> run.records().largestBytes()).text(0)),
        List.of("bytes in the archive, compressed", of(run -> run.costPerOrder().archivedBytes()).text(0)),
        List.of("$ a month to keep a million orders in the archive", of(run -> Price.S3_GIB_MONTH.dollars(
            run.costPerOrder().archivedBytes() * MILLION / GIB)).text(3)),
        List.of("$ a million orders: the log on demand instead, read once", of(ReadersReport::onDemand).text(2))));
  }

  private static double records(Measured run) {
    return run.costPerOrder().log().unitsBy().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double onDemand(Measured run) {
    double gib = records(run) * MILLION * run.records().meanStartedKib() / KIB_IN_A_GIB;
    return Price.KINESIS_ON_DEMAND_GIB_IN.dollars(gib) + Price.KINESIS_ON_DEMAND_GIB_OUT.dollars(gib);
  }

  private Table processes() {
    List<List<String>> rows = results.runs().getFirst().processes().stream().map(ProcessShare::name)
        .map(name -> List.of(name, share(name, ProcessShare::residentMiB).text(0), share(name, ProcessShare::cpuMillisPerOrder).text(1))).toList();
    return new Table(List.of("process", "memory, MiB", "CPU an order, ms"), rows);
  }

  private Spread share(String name, ToDoubleFunction<ProcessShare> figure) {
    return of(run -> run.processes().stream().filter(process -> process.name().equals(name)).mapToDouble(figure).sum());
  }

  private Spread of(ToDoubleFunction<Measured> figure) {
    return Spread.of(results.runs().stream().map(figure::applyAsDouble).toList());
  }

  private String checked() {
    return "All %d orders were delivered, and each was captured once; every record that the services put into the log came to the archive."
        .formatted(results.runs().stream().mapToLong(Measured::ordersInAll).sum());
  }
}
