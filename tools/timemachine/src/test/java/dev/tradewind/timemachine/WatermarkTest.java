package dev.tradewind.timemachine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.archive.format.ArchiveKey;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatermarkTest {

  private static final Instant HOUR = Instant.parse("2026-11-21T14:00:00Z");
  private static final String SHARD = "shardId-000000000000";

  @Test
  void a_mark_is_archived_when_an_object_of_its_shard_reaches_it() {
    assertThat(missing(12, batch(SHARD, 1, 9), batch(SHARD, 10, 12))).isEmpty();
    assertThat(missing(11, batch(SHARD, 10, 12))).isEmpty();
  }

  @Test
  void what_batches_were_merged_into_counts_like_them() {
    assertThat(missing(12, new ArchiveKey(HOUR, SHARD, "1", "12", true))).isEmpty();
  }

  @Test
  void another_shard_says_nothing_of_it() {
    assertThat(missing(12, batch(SHARD, 1, 11), batch("shardId-000000000001", 1, 20)))
        .contains("shardId-000000000000 is archived up to 11, not to 12");
    assertThat(missing(12)).contains("shardId-000000000000 is archived up to nothing of this hour, not to 12");
  }

  @Test
  void numbers_are_compared_as_numbers() {
    assertThat(missing(100, batch(SHARD, 1, 99))).isPresent();
  }

  private static Optional<String> missing(long mark, ArchiveKey... objects) {
    return Watermark.missing(SHARD, BigInteger.valueOf(mark), List.of(objects));
  }

  private static ArchiveKey batch(String shard, long first, long last) {
    return new ArchiveKey(HOUR, shard, Long.toString(first), Long.toString(last));
  }
}
