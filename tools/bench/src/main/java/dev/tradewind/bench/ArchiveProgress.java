package dev.tradewind.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** How much of what the services put into the log has come to the archive, by what both count themselves. */
final class ArchiveProgress {

  private static final String ARCHIVE = "archive";

  private final Rig rig;

  ArchiveProgress(Rig rig) {
    this.rig = rig;
  }

  /** Records that are in the archive. */
  long archived() throws InterruptedException {
    return Math.round(Metrics.sum(rig.metrics(ARCHIVE), "tradewind_log_records_total"));
  }

  /**
   * Returns when every record of the log is in the archive: otherwise the latest would be missing among those whose lag is told.
   *
   * @throws BenchException when they are not in time
   */
  void awaitAll(Duration patience) throws InterruptedException {
    Instant limit = Instant.now().plus(patience);
    while (archived() < put()) {
      if (Instant.now().isAfter(limit)) {
        throw new BenchException("the services put %d records into the log, and %d came to the archive within %d s".formatted(
            put(), archived(), patience.toSeconds()));
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private long put() throws InterruptedException {
    double put = 0;
    for (String service : rig.services()) {
      put += Metrics.units(rig.metrics(service)).entrySet().stream().filter(unit -> unit.getKey().startsWith(Metrics.PUT))
          .mapToDouble(unit -> unit.getValue()).sum();
    }
    return Math.round(put);
  }
}
