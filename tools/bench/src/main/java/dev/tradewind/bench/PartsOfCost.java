package dev.tradewind.bench;

import dev.tradewind.bench.ReadersResults.Parts;
import java.time.Duration;
import java.util.List;

/**
 * What was used up to a moment, by who used it.
 *
 * @param services the four that carry orders
 * @param writers every service that puts commits into the log
 * @param archive the archive
 * @param views the read side
 * @param archivedBytes that the archive has written
 * @param orders that were confirmed
 */
record PartsOfCost(Usage services, Usage writers, Usage archive, Usage views, double archivedBytes, long orders) {

  private static final String ARCHIVE = "archive";
  private static final String VIEWS = "queries";
  private static final String LOG = "Kinesis ";

  static PartsOfCost now(Rig rig, Journeys journeys) throws InterruptedException {
    List<String> writers = rig.services().stream().filter(service -> !service.equals(ARCHIVE)).toList();
    return new PartsOfCost(Usage.now(rig, Report.SERVICES), Usage.now(rig, writers), Usage.now(rig, List.of(ARCHIVE)), Usage.now(rig, List.of(VIEWS)),
        Metrics.sum(rig.metrics(ARCHIVE), "tradewind_archive_bytes_total"), journeys.confirmed());
  }

  /** What was used since then. */
  PartsOfCost since(PartsOfCost then) {
    return new PartsOfCost(services.since(then.services()), writers.since(then.writers()), archive.since(then.archive()), views.since(then.views()),
        archivedBytes - then.archivedBytes(), orders - then.orders());
  }

  /** @throws BenchException when no order was confirmed */
  Parts perOrder(double linesPerOrder) {
    if (orders < 1) {
      throw new BenchException("no order was confirmed while costs were counted");
    }
    Usage ordersWay = TransactionUnits.byRule(services.only(name -> !isLog(name)), orders, linesPerOrder);
    return new Parts(Cost.of(ordersWay, orders), Cost.of(writers.only(PartsOfCost::isLog), orders), Cost.of(LeaseUnits.byRule(archive), orders),
        Cost.of(views, orders), Math.round(archivedBytes / orders));
  }

  List<Results.ProcessShare> shares(Duration took) {
    return Results.ProcessShare.of(services, orders, took);
  }

  private static boolean isLog(String name) {
    return name.startsWith(LOG) || name.startsWith(Metrics.PUT);
  }
}
