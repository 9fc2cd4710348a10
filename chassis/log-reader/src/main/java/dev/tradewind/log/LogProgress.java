package dev.tradewind.log;

import dev.tradewind.core.Check;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * How far a reader is, as metrics and to be asked: {@code tradewind.log.lag} by shard, {@code tradewind.log.records} done, {@code
 * tradewind.log.failures} of batches, each by reader.
 */
public final class LogProgress implements LogObserver {

  private static final Logger LOG = Logger.getLogger("tradewind.log");

  /**
   * A shard that this instance reads.
   *
   * @param shard its id
   * @param lag how far the reader is behind the log, at most
   * @param last the number of the last record that is done; empty when none was since the shard became ours
   * @param trouble why the batch under way could not be done yet; empty when there is none
   */
  public record ShardStatus(String shard, Duration lag, Optional<String> last, Optional<String> trouble) {}

  private record State(Instant heardAt, Duration behind, Optional<String> last, Optional<String> trouble) {

    State heard(Instant at, Duration howFar) {
      return new State(at, howFar, last, trouble);
    }

    State done(String number) {
      return new State(heardAt, behind, Optional.of(number), Optional.empty());
    }

    State failed(String reason) {
      return new State(heardAt, behind, last, Optional.of(reason));
    }

    /** Time in which we heard nothing may have brought anything. */
    Duration lag(Instant now) {
      return behind.plus(Duration.between(heardAt, now));
    }
  }

  private final Map<String, State> shards = new ConcurrentHashMap<>();
  private final Map<String, Meter> gauges = new ConcurrentHashMap<>();
  private final String reader;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final Counter records;
  private final Counter failures;

  /** @param reader what the metrics call it, such as {@code archive} */
  public LogProgress(String reader, InstantSource clock, MeterRegistry meters) {
    this.reader = Check.notBlank(reader, "reader");
    this.clock = Check.notNull(clock, "clock");
    this.meters = Check.notNull(meters, "meters");
    this.records = meters.counter("tradewind.log.records", "reader", reader);
    this.failures = meters.counter("tradewind.log.failures", "reader", reader);
  }

  /** Every shard that this instance reads, by id. */
  public List<ShardStatus> shards() {
    var now = clock.instant();
    return shards.entrySet().stream().sorted(Map.Entry.comparingByKey())
        .map(each -> new ShardStatus(each.getKey(), each.getValue().lag(now), each.getValue().last(), each.getValue().trouble())).toList();
  }

  @Override
  public void reading(String shard) {
    LOG.infof("shard-taken reader=%s shard=%s", reader, shard);
    shards.put(shard, new State(clock.instant(), Duration.ZERO, Optional.empty(), Optional.empty()));
    gauges.computeIfAbsent(shard, id -> TimeGauge.builder("tradewind.log.lag", () -> lagMillis(id), TimeUnit.MILLISECONDS)
        .description("how far the reader is behind the log, at most").tags(Tags.of("reader", reader, "shard", id)).register(meters));
  }

  @Override
  public void heard(String shard, Duration behind) {
    shards.computeIfPresent(shard, (id, state) -> state.heard(clock.instant(), behind));
  }

  @Override
  public void done(Batch batch) {
    records.increment(batch.records().size());
    shards.computeIfPresent(batch.shard(), (id, state) -> state.done(batch.last().sequenceNumber()));
  }

  @Override
  public void failed(Batch batch, int attempts, Throwable failure) {
    failures.increment();
    LOG.warnf("batch-failed reader=%s shard=%s first=%s records=%d attempts=%d reason=%s: tried again until it is done", reader,
        batch.shard(), batch.first().sequenceNumber(), batch.records().size(), attempts, failure);
    shards.computeIfPresent(batch.shard(), (id, state) -> state.failed(String.valueOf(failure.getMessage())));
  }

  @Override
  public void letGo(String shard) {
    if (shards.remove(shard) != null) {
      LOG.infof("shard-let-go reader=%s shard=%s", reader, shard);
    }
    Optional.ofNullable(gauges.remove(shard)).ifPresent(meters::remove);
  }

  private double lagMillis(String shard) {
    return Optional.ofNullable(shards.get(shard)).map(state -> (double) state.lag(clock.instant()).toMillis()).orElse(Double.NaN);
  }
}
