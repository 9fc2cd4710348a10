package dev.tradewind.archive.format;

import static dev.tradewind.archive.format.Written.HOUR;
import static dev.tradewind.archive.format.Written.SHARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.archive.format.Compaction.Done;
import dev.tradewind.archive.format.Compaction.Settings;
import dev.tradewind.archive.format.ObjectStore.Content;
import dev.tradewind.core.wire.LoggedCommit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompactionTest {

  private static final Instant LATER = HOUR.plus(Duration.ofHours(3));
  private static final String WHOLE = new ArchiveKey(HOUR, SHARD, "1", "6", true).toString();

  private final Written archive = Written.archive().object(HOUR, "o", 1, 2).object(HOUR, "o", 3, 5).object(HOUR, "o", 6, 6);
  private final List<Instant> progress = new ArrayList<>();

  private Done compactAt(Instant now) {
    return compactAt(now, Settings.USUAL);
  }

  private Done compactAt(Instant now, Settings settings) {
    return new Compaction(archive.store(), Written.CODEC, settings, () -> now).run(progress::add).await().indefinitely();
  }

  private List<Long> read() {
    return new ArchiveReader(archive.store(), Written.CODEC).commits(Span.all()).map(LoggedCommit::version).collect().asList().await().indefinitely();
  }

  private List<String> events() {
    return archive.store().objects().keySet().stream().filter(key -> key.startsWith(ArchiveKey.EVENTS)).toList();
  }

  @Test
  void a_closed_hour_becomes_one_object_and_the_others_go_when_they_are_old_enough() {
    assertThat(compactAt(LATER)).isEqualTo(new Done(3, 1, 0, 0, List.of()));
    assertThat(events()).hasSize(4).contains(WHOLE);
    assertThat(read()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);

    assertThat(compactAt(LATER.plus(Duration.ofHours(23)))).isEqualTo(Done.NOTHING);
    assertThat(compactAt(LATER.plus(Duration.ofHours(24)))).isEqualTo(new Done(0, 0, 0, 3, List.of()));
    assertThat(events()).containsExactly(WHOLE);
    assertThat(read()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(new Audit(archive.store()).run().await().indefinitely()).isEqualTo(new Audit.Findings(1, 6, 0, List.of()));
  }

  @Test
  void an_hour_that_is_not_closed_is_left_alone() {
    assertThat(compactAt(LATER.minusMillis(1))).isEqualTo(Done.NOTHING);
    assertThat(events()).hasSize(3);
    assertThat(progress).isEmpty();
  }

  @Test
  void what_comes_late_becomes_an_object_of_its_own_and_nothing_is_missed_between() {
    compactAt(LATER, new Settings(Duration.ofHours(3), Duration.ZERO, 1 << 20));
    archive.object(HOUR, "o", 7, 8).object(HOUR, "o", 9, 9);
    assertThat(compactAt(LATER, new Settings(Duration.ofHours(3), Duration.ZERO, 1 << 20))).isEqualTo(new Done(2, 1, 0, 2, List.of()));
    assertThat(events()).containsExactly(WHOLE, new ArchiveKey(HOUR, SHARD, "7", "9", true).toString());
    assertThat(new Audit(archive.store()).run().await().indefinitely().problems()).isEmpty();
  }

  @Test
  void commits_are_sorted_by_stream_and_version_and_repeats_are_kept_once() {
    var all = Lines.of(List.of(Written.line("a", 7), Written.line("o", 2), Written.line("a", 1)).stream()
        .map(line -> line.getBytes(StandardCharsets.UTF_8)).toList());
    archive.store().put(Written.key(HOUR, 7, 9), new Content(all.compressed(), "application/gzip", Map.of())).await().indefinitely();
    new Manifests(archive.store()).add(HOUR, SHARD, new Manifest.Entry(Written.key(HOUR, 7, 9), Optional.of("6"), "7", "9", 3, List.of("8"),
        all.size(), all.sha256(), Optional.empty(), Optional.empty())).await().indefinitely();

    assertThat(compactAt(LATER)).isEqualTo(new Done(4, 1, 1, 0, List.of()));
    var whole = new ArchiveKey(HOUR, SHARD, "1", "9", true).toString();
    assertThat(Lines.read(whole, archive.store().objects().get(whole).bytes()).select(line -> true)).containsExactly(Written.line("a", 1),
        Written.line("a", 7), Written.line("o", 1), Written.line("o", 2), Written.line("o", 3), Written.line("o", 4), Written.line("o", 5),
        Written.line("o", 6));
    var entry = new Manifests(archive.store()).read(HOUR, SHARD).await().indefinitely().orElseThrow().entries().getFirst();
    assertThat(entry.parked()).containsExactly("8");
    assertThat(entry.mergedAt()).contains(LATER);
    assertThat(entry.after()).isEmpty();
    assertThat(entry.firstTime()).contains(HOUR);
  }

  @Test
  void the_same_objects_become_the_same_bytes_whoever_merges_them() {
    compactAt(LATER);
    var other = Written.archive().object(HOUR, "o", 1, 2).object(HOUR, "o", 3, 5).object(HOUR, "o", 6, 6);
    new Compaction(other.store(), Written.CODEC, Settings.USUAL, () -> LATER.plusSeconds(9)).run(hour -> {}).await().indefinitely();
    assertThat(other.store().objects().get(WHOLE).bytes()).isEqualTo(archive.store().objects().get(WHOLE).bytes());
  }

  @Test
  void a_damaged_or_missing_object_is_named_and_stays_what_it_is_and_other_hours_are_done() {
    archive.store().put(Written.key(HOUR, 3, 5), new Content(new byte[] {1}, "application/gzip", Map.of())).await().indefinitely();
    archive.object(HOUR.plusSeconds(3_600), "o", 7, 7).object(HOUR.plusSeconds(3_600), "o", 8, 8);
    var done = compactAt(LATER.plus(Duration.ofHours(1)));
    assertThat(done.problems()).singleElement().asString().contains(Written.key(HOUR, 3, 5));
    assertThat(done.into()).isEqualTo(1);

    archive.store().delete(Written.key(HOUR, 3, 5)).await().indefinitely();
    assertThat(compactAt(LATER).problems()).singleElement().asString().contains(Written.key(HOUR, 3, 5)).contains("not in the archive");
    assertThat(events()).contains(Written.key(HOUR, 1, 2), Written.key(HOUR, 6, 6)).doesNotContain(WHOLE);
  }
}
