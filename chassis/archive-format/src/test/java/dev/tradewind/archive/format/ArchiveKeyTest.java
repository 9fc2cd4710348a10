package dev.tradewind.archive.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveKeyTest {

  private static final Instant HOUR = Instant.parse("2026-11-21T14:00:00Z");

  @Test
  void a_key_tells_hour_shard_and_range_and_is_read_back() {
    var key = new ArchiveKey(HOUR, "shardId-000000000000", "4951", "4957");
    assertThat(key).hasToString("events/2026-11-21/14/shardId-000000000000/4951-4957.ndjson.gz");
    assertThat(ArchiveKey.parse(key.toString())).contains(key);
    assertThat(ArchiveKey.manifest(HOUR, "s")).isEqualTo("manifests/2026-11-21/14/s.ndjson");
    assertThat(ArchiveKey.parked(HOUR.plusSeconds(1), "s", "4953")).isEqualTo("parked/2026-11-21/s-4953.json");
  }

  @Test
  void a_merged_object_comes_after_all_batches_of_its_hour_and_shard() {
    var merged = new ArchiveKey(HOUR, "shardId-000000000000", "4951", "9", true);
    assertThat(merged).hasToString("events/2026-11-21/14/shardId-000000000000/whole-4951-9.ndjson.gz");
    assertThat(ArchiveKey.parse(merged.toString())).contains(merged);
    assertThat(merged.toString()).isGreaterThan(new ArchiveKey(HOUR, "shardId-000000000000", "9999", "9999").toString())
        .isLessThan(new ArchiveKey(HOUR, "shardId-000000000001", "0", "0").toString());
  }

  @Test
  void what_lies_between_the_first_and_the_last_of_the_same_hour_and_shard_is_covered() {
    var key = new ArchiveKey(HOUR, "s", "9", "120", true);
    assertThat(key.covers(new ArchiveKey(HOUR, "s", "9", "100"))).isTrue();
    assertThat(key.covers(new ArchiveKey(HOUR, "s", "100", "120"))).isTrue();
    assertThat(key.covers(new ArchiveKey(HOUR, "s", "100", "121"))).isFalse();
    assertThat(key.covers(new ArchiveKey(HOUR, "s", "8", "100"))).isFalse();
    assertThat(key.covers(new ArchiveKey(HOUR, "t", "9", "100"))).isFalse();
    assertThat(key.covers(new ArchiveKey(HOUR.plusSeconds(3_600), "s", "9", "100"))).isFalse();
  }

  @Test
  void a_manifest_tells_its_hour_and_shard() {
    assertThat(ArchiveKey.ofManifest(ArchiveKey.manifest(HOUR, "s"))).contains(new ArchiveKey.Place(HOUR, "s"));
    assertThat(ArchiveKey.ofManifest("manifests/2026-11-21/s.ndjson")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "events/", "events/2026-11-21/14/s/4951.ndjson.gz", "other/2026-11-21/14/s/1-2.ndjson.gz", "events/2026-11-21/14/s/1-2.json"})
  void what_is_named_otherwise_is_no_object_of_ours(String key) {
    assertThat(ArchiveKey.parse(key)).isEmpty();
  }

  @Test
  void the_hour_is_whole() {
    assertThatThrownBy(() -> new ArchiveKey(HOUR.plusSeconds(1), "s", "1", "2")).hasMessageContaining("whole hour");
  }
}
