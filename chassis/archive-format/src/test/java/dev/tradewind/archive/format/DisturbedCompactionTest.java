package dev.tradewind.archive.format;

import static dev.tradewind.archive.format.Written.HOUR;
import static dev.tradewind.archive.format.Written.SHARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.archive.format.Compaction.Settings;
import dev.tradewind.archive.format.FragileStore.Killed;
import dev.tradewind.archive.format.ObjectStore.Content;
import dev.tradewind.core.wire.LoggedCommit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Killed anywhere, done by two at once, looked at meanwhile: no reader ever misses a commit, and the next run finishes the work. */
class DisturbedCompactionTest {

  private static final int OBJECTS = 7;
  private static final Settings AT_ONCE = new Settings(Duration.ZERO, Duration.ZERO, 1 << 20);
  private static final List<Long> ALL = LongStream.rangeClosed(1, OBJECTS).boxed().toList();

  private static FragileStore archive() {
    var store = new FragileStore();
    var written = new Written(store.bucket);
    for (int i = 1; i <= OBJECTS; i++) {
      written.object(HOUR, "o", i, i);
    }
    return store;
  }

  private static void compact(ObjectStore store) {
    new Compaction(store, Written.CODEC, AT_ONCE, () -> HOUR.plusSeconds(1)).run(hour -> {}).await().indefinitely();
  }

  private static boolean killed(FragileStore store, int change) {
    try {
      compact(store.killBeforeChange(change));
      return false;
    } catch (Killed killed) {
      return true;
    } finally {
      store.killBeforeChange(Integer.MAX_VALUE);
    }
  }

  private static List<Long> read(ObjectStore store) {
    return new ArchiveReader(store, Written.CODEC).commits(Span.all()).map(LoggedCommit::version).collect().asList().await().indefinitely();
  }

  private static void isWhole(FragileStore store) {
    assertThat(store.bucket.objects().keySet().stream().filter(key -> key.startsWith(ArchiveKey.EVENTS)))
        .containsExactly(new ArchiveKey(HOUR, SHARD, "1", "" + OBJECTS, true).toString());
    assertThat(read(store.bucket)).containsExactlyElementsOf(ALL);
    assertThat(new Audit(store.bucket).run().await().indefinitely()).isEqualTo(new Audit.Findings(1, OBJECTS, 0, List.of()));
  }

  @Test
  void undisturbed_it_writes_then_switches_then_deletes() {
    var store = archive();
    compact(store);
    assertThat(store.changes).hasSize(2 + OBJECTS);
    assertThat(store.changes.getFirst()).startsWith("put events/").contains("whole-");
    assertThat(store.changes.get(1)).startsWith("replace manifests/");
    assertThat(store.changes.subList(2, 2 + OBJECTS)).allMatch(change -> change.startsWith("delete events/") && !change.contains("whole-"));
    isWhole(store);
  }

  @Test
  void killed_before_any_change_it_has_lost_nothing_and_the_next_one_finishes() {
    for (int change = 0; change < 2 + OBJECTS; change++) {
      var store = archive();
      assertThat(killed(store, change)).isTrue();
      assertThat(read(store.bucket)).as("killed before change %d", change).containsExactlyInAnyOrderElementsOf(ALL);
      assertThat(new Audit(store.bucket).run().await().indefinitely().problems()).isEmpty();
      compact(store);
      isWhole(store);
    }
  }

  @Property(tries = 200)
  void killed_again_and_again_it_has_lost_nothing(@ForAll @Size(max = 8) List<@IntRange(max = 9) Integer> kills) {
    var store = archive();
    kills.forEach(kill -> {
      killed(store, kill);
      assertThat(read(store.bucket)).containsExactlyInAnyOrderElementsOf(ALL);
    });
    compact(store);
    isWhole(store);
  }

  @Property(tries = 200)
  void while_another_one_works_both_leave_a_whole_archive(@ForAll @IntRange(min = 1, max = 40) int call, @ForAll @IntRange(max = 9) int kill) {
    var store = archive();
    compact(atCall(store, call, () -> {
      try {
        compact(killing(store.bucket, kill));
      } catch (Killed halfway) {
        // The first one goes on from what the second one did.
      }
    }));
    assertThat(read(store.bucket)).containsExactlyInAnyOrderElementsOf(ALL);
    compact(store.bucket);
    isWhole(store);
  }

  @Property(tries = 200)
  void whoever_reads_while_objects_are_merged_and_deleted_misses_nothing(
      @ForAll @IntRange(min = 1, max = 20) int call, @ForAll @IntRange(max = 10) int kill) {
    var store = archive();
    assertThat(read(atCall(store, call, () -> killed(store, kill)))).containsExactlyInAnyOrderElementsOf(ALL);
  }

  @Test
  void an_archiver_that_adds_to_the_hour_meanwhile_loses_nothing() {
    for (int call = 1; call < 40; call++) {
      var store = archive();
      compact(atCall(store, call, () -> new Written(store.bucket).object(HOUR, "o", OBJECTS + 1, OBJECTS + 1)));
      compact(store.between(() -> {}));
      assertThat(new Audit(store.bucket).run().await().indefinitely().problems()).isEmpty();
      assertThat(read(store.bucket)).containsAll(ALL);
    }
  }

  @Test
  void an_object_that_is_gone_and_was_not_merged_is_no_small_matter() {
    var store = archive();
    var key = Written.key(HOUR, 3, 3);
    assertThatThrownBy(() -> read(atCall(store, 4, () -> store.bucket.objects().remove(key)))).isInstanceOf(DamagedArchive.class)
        .hasMessageContaining(key);
  }

  @Test
  void what_was_written_otherwise_than_it_is_read_back_never_takes_the_place_of_anything() {
    var store = archive();
    var whole = new ArchiveKey(HOUR, SHARD, "1", "" + OBJECTS, true).toString();
    var problems = new Compaction(store.between(() -> Optional.ofNullable(store.bucket.objects().get(whole))
        .ifPresent(written -> store.bucket.objects().put(whole, new Content(new byte[] {1}, "", Map.of())))),
        Written.CODEC, AT_ONCE, () -> HOUR.plusSeconds(1)).run(hour -> {}).await().indefinitely().problems();
    assertThat(problems).singleElement().asString().contains(whole);
    assertThat(store.changes).noneMatch(change -> change.startsWith("replace") || change.startsWith("delete"));
  }

  private static FragileStore atCall(FragileStore store, int call, Runnable happens) {
    var calls = new AtomicInteger();
    return store.between(() -> {
      if (calls.incrementAndGet() == call) {
        happens.run();
      }
    });
  }

  /** The same bucket, for somebody else who is killed. */
  private static FragileStore killing(InMemoryStore bucket, int kill) {
    var other = new FragileStore(bucket);
    return other.killBeforeChange(kill);
  }
}
