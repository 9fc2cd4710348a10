package dev.tradewind.archive.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.archive.format.ArchiveReader;
import dev.tradewind.archive.format.Audit;
import dev.tradewind.archive.format.Span;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.log.InMemoryShard;
import dev.tradewind.log.InMemoryShard.Killed;
import dev.tradewind.log.LogRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whenever archivers are killed, the archive holds what the log held: nothing is missing, and nothing is there twice. */
class KilledArchiverTest {

  private static final Instant BEFORE_TWO = Instant.parse("2026-11-21T13:59:57Z");
  private static final int UNREADABLE_EVERY = 5;

  /** One a second, over the end of an hour; some cannot be read. */
  private static LogRecord record(int index) {
    return Commits.record(index, BEFORE_TWO.plusSeconds(index), unreadable(index) ? "no commit" : Commits.text(index + 1));
  }

  private static boolean unreadable(int index) {
    return index % UNREADABLE_EVERY == UNREADABLE_EVERY - 1;
  }

  private static void archive(InMemoryShard shard, FragileStore store, int portion) {
    try {
      shard.readBy(new Archiver(store, Commits.CODEC, new SimpleMeterRegistry()), InMemoryShard.FOR_EVER, portion);
    } catch (Killed killed) {
      // The next one goes on.
    }
  }

  private static InMemoryShard shard(int records) {
    return new InMemoryShard(IntStream.range(0, records).mapToObj(KilledArchiverTest::record).toList());
  }

  @Test
  void killed_before_any_of_its_steps_the_archiver_leaves_a_whole_archive_to_the_next() {
    var undisturbed = shard(8);
    archive(undisturbed, new FragileStore(undisturbed), 4);
    for (int step = 0; step < undisturbed.steps().size(); step++) {
      var shard = shard(8);
      var store = new FragileStore(shard);
      archive(shard.killBeforeStep(step), store, 4);
      assertThat(shard.isRead()).as("killed before %s", undisturbed.steps().get(step)).isFalse();
      archive(shard, store, 3);
      holdsAll(shard, store, 8);
    }
  }

  @Property(tries = 300)
  void killed_again_and_again_archivers_leave_a_whole_archive(
      @ForAll @IntRange(min = 1, max = 12) int records,
      @ForAll List<@IntRange(min = 0, max = 12) Integer> kills,
      @ForAll @IntRange(min = 1, max = 6) int portion) {
    Assume.that(kills.size() <= 12);
    var shard = shard(records);
    var store = new FragileStore(shard);
    for (int i = 0; i < kills.size() && !shard.isRead(); i++) {
      archive(shard.killBeforeStep(kills.get(i)), store, 1 + (portion + i) % 6);
    }
    archive(shard, store, portion);
    holdsAll(shard, store, records);
  }

  @Test
  void what_came_while_nobody_read_for_an_hour_is_there_when_the_next_one_has_read_on() {
    int hour = 3_600;
    var shard = shard(hour);
    var store = new FragileStore(shard);
    archive(shard.killBeforeStep(20), store, 10);
    assertThat(shard.isRead()).isFalse();

    archive(shard, store, 500);

    holdsAll(shard, store, hour);
  }

  private static void holdsAll(InMemoryShard shard, FragileStore store, int records) {
    assertThat(shard.isRead()).isTrue();
    var archived = new ArrayList<>(new ArchiveReader(store, Commits.CODEC).commits(Span.all()).collect().asList().await().indefinitely());
    var readable = IntStream.range(0, records).filter(index -> !unreadable(index)).mapToObj(index -> (long) index + 1).toList();
    assertThat(archived).extracting(LoggedCommit::version).containsExactlyInAnyOrderElementsOf(readable);
    store.writes.forEach((key, contents) -> assertThat(new HashSet<>(contents)).as("what was written as %s", key).hasSize(1));
    var found = new Audit(store).run().await().indefinitely();
    assertThat(found.problems()).isEmpty();
    assertThat(found.records()).as("each record in one object").isEqualTo(readable.size());
    assertThat(found.parked()).isEqualTo(records - readable.size());
    assertThat(store.bucket.objects().keySet().stream().filter(key -> key.startsWith("parked/"))).hasSize(records - readable.size());
  }
}
