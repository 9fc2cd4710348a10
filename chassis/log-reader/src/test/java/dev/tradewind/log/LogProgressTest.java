package dev.tradewind.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LogProgressTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Instant now = Instant.EPOCH;
  private final LogProgress progress = new LogProgress("archive", () -> now, meters);

  private double lag() {
    return meters.get("tradewind.log.lag").tag("reader", "archive").tag("shard", "s0").timeGauge().value(TimeUnit.MILLISECONDS);
  }

  private static Batch batch() {
    return new Batch("s0", Optional.empty(), List.of(ShardReadingTest.record(0), ShardReadingTest.record(1)));
  }

  @Test
  void the_lag_is_what_the_log_says_and_the_time_since() {
    progress.reading("s0");
    progress.heard("s0", Duration.ofSeconds(3));
    assertThat(lag()).isEqualTo(3_000);
    now = now.plusSeconds(2);
    assertThat(lag()).isEqualTo(5_000);
    progress.heard("s0", Duration.ZERO);
    assertThat(lag()).isZero();
  }

  @Test
  void a_batch_that_fails_is_trouble_until_it_is_done() {
    progress.reading("s0");
    progress.failed(batch(), 1, new IllegalStateException("S3 is away"));
    assertThat(progress.shards().getFirst().trouble()).contains("S3 is away");
    assertThat(meters.counter("tradewind.log.failures", "reader", "archive").count()).isEqualTo(1);
    progress.done(batch());
    assertThat(progress.shards().getFirst().trouble()).isEmpty();
    assertThat(progress.shards().getFirst().last()).contains("1001");
    assertThat(meters.counter("tradewind.log.records", "reader", "archive").count()).isEqualTo(2);
  }

  @Test
  void a_shard_that_is_not_ours_any_more_has_no_lag_here() {
    progress.reading("s0");
    progress.letGo("s0");
    assertThat(progress.shards()).isEmpty();
    assertThat(meters.find("tradewind.log.lag").timeGauge()).isNull();
    progress.reading("s0");
    progress.heard("s0", Duration.ofSeconds(1));
    assertThat(lag()).isEqualTo(1_000);
  }
}
