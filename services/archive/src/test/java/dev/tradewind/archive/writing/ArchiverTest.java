package dev.tradewind.archive.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.archive.format.InMemoryStore;
import dev.tradewind.archive.format.Manifest;
import dev.tradewind.archive.format.Manifests;
import dev.tradewind.archive.format.Parked;
import dev.tradewind.log.Batch;
import dev.tradewind.log.LogRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiverTest {

  private static final String SHARD = "shardId-000000000000";
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final InMemoryStore bucket = new InMemoryStore(100);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Archiver archiver = new Archiver(bucket, Commits.CODEC, meters);

  private void archive(LogRecord... records) {
    archiver.accept(new Batch(SHARD, Optional.of("495"), List.of(records))).await().indefinitely();
  }

  private String text(String key) throws IOException {
    return new String(new GZIPInputStream(new ByteArrayInputStream(bucket.objects().get(key).bytes())).readAllBytes(), StandardCharsets.UTF_8);
  }

  private List<Manifest.Entry> manifest(Instant hour) {
    return new Manifests(bucket).read(hour, SHARD).await().indefinitely().map(Manifest::entries).orElse(List.of());
  }

  @Test
  void a_batch_becomes_one_object_whose_lines_are_its_records_as_they_came() throws IOException {
    var first = Commits.record(0, NOON, Commits.text(1));
    var second = Commits.record(1, NOON.plusSeconds(1), Commits.text(2));
    archive(first, second);
    var key = "events/2026-11-21/12/%s/%s-%s.ndjson.gz".formatted(SHARD, first.sequenceNumber(), second.sequenceNumber());
    assertThat(bucket.objects().keySet()).containsExactly(key, "manifests/2026-11-21/12/" + SHARD + ".ndjson");
    assertThat(text(key)).isEqualTo(Commits.text(1) + "\n" + Commits.text(2) + "\n");
    assertThat(bucket.objects().get(key).metadata()).containsEntry("records", "2")
        .containsEntry("first-time", "1970-01-01T00:00:01Z").containsEntry("last-time", "1970-01-01T00:00:02Z");
    assertThat(meters.counter("tradewind.archive.objects").count()).isEqualTo(1);
  }

  @Test
  void the_same_batch_again_leaves_the_same_bytes_and_one_entry() {
    var record = Commits.record(0, NOON, Commits.text(1));
    archive(record);
    var before = bucket.objects().values().stream().map(content -> List.of(content.bytes().length, Arrays.hashCode(content.bytes()))).toList();
    archive(record);
    assertThat(bucket.objects().values().stream().map(content -> List.of(content.bytes().length, Arrays.hashCode(content.bytes()))))
        .containsExactlyElementsOf(before);
    assertThat(manifest(NOON)).hasSize(1);
  }

  @Test
  void records_of_two_hours_are_two_objects_chained_in_their_manifests() {
    var before = Commits.record(0, NOON.minusMillis(1), Commits.text(1));
    var after = Commits.record(1, NOON, Commits.text(2));
    archive(before, after);
    assertThat(bucket.objects().keySet().stream().filter(key -> key.startsWith("events/"))).hasSize(2);
    assertThat(manifest(NOON.minusSeconds(3_600)).getFirst().after()).contains("495");
    assertThat(manifest(NOON).getFirst().after()).contains(before.sequenceNumber());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no json", "{}", "[]", "{\"specversion\":\"1.0\"}", "{\"specversion\":\n\"1.0\"}"})
  void what_is_no_commit_is_parked_whole_with_its_reason(String text) {
    var bad = Commits.record(0, NOON, text);
    archive(bad, Commits.record(1, NOON, Commits.text(1)));
    var key = "parked/2026-11-21/%s-%s.json".formatted(SHARD, bad.sequenceNumber());
    var parked = Parked.read(key, bucket.objects().get(key).bytes());
    assertThat(parked.reason()).isNotBlank();
    assertThat(parked.partitionKey()).isEqualTo("order/o-1");
    assertThat(new String(parked.data(), StandardCharsets.UTF_8)).isEqualTo(text);
    assertThat(manifest(NOON).getFirst().parked()).containsExactly(bad.sequenceNumber());
    assertThat(manifest(NOON).getFirst().records()).isEqualTo(1);
    assertThat(meters.counter("tradewind.archive.parked").count()).isEqualTo(1);
  }

  @Test
  void a_commit_over_two_lines_is_parked_because_it_would_be_read_as_two() {
    var bad = Commits.record(0, NOON, Commits.text(1).replaceFirst(",", ",\n"));
    archive(bad);
    assertThat(manifest(NOON).getFirst().parked()).containsExactly(bad.sequenceNumber());
  }

  @Test
  void bytes_that_are_not_utf_8_are_parked_as_they_are() {
    var text = Commits.text(1).getBytes(StandardCharsets.UTF_8);
    text[text.length / 2] = (byte) 0xff;
    var bad = Commits.record(0, NOON, text);
    archive(bad);
    var key = "parked/2026-11-21/%s-%s.json".formatted(SHARD, bad.sequenceNumber());
    assertThat(Parked.read(key, bucket.objects().get(key).bytes()).data()).isEqualTo(text);
    assertThat(Parked.read(key, bucket.objects().get(key).bytes()).reason()).isEqualTo("not UTF-8");
  }
}
