package dev.tradewind.archive.format;

import static dev.tradewind.archive.format.Written.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.archive.format.ObjectStore.Content;
import dev.tradewind.core.wire.LoggedCommit;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ArchiveReaderTest {

  private static List<Long> versions(ObjectStore store, Span hours) {
    return new ArchiveReader(store, Written.CODEC).commits(hours).map(LoggedCommit::version).collect().asList().await().indefinitely();
  }

  @Test
  void every_commit_of_the_hours_asked_for_comes_and_no_other() {
    var archive = Written.archive()
        .object(HOUR.minusSeconds(3_600), "o", 1, 3).object(HOUR, "o", 4, 5).object(HOUR, "o", 6, 9).object(HOUR.plusSeconds(3_600), "o", 10, 10);
    assertThat(versions(archive.store(), Span.all())).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    assertThat(versions(archive.store(), new Span(HOUR.plusSeconds(59), HOUR.plusSeconds(61)))).containsExactlyInAnyOrder(4L, 5L, 6L, 7L, 8L, 9L);
  }

  @Test
  void an_empty_archive_has_no_commits() {
    assertThat(versions(Written.archive().store(), Span.all())).isEmpty();
  }

  @Test
  void a_commit_that_is_there_twice_comes_once() {
    var archive = Written.archive().object(HOUR, "o", 1, 3).object(HOUR, "o", 2, 5);
    assertThat(versions(archive.store(), Span.all())).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void only_lines_that_are_wanted_are_parsed_and_each_object_is_told() {
    var archive = Written.archive().object(HOUR, "one", 1, 2).object(HOUR, "two", 3, 4);
    var seen = new ArrayList<ArchiveKey>();
    var commits = new ArchiveReader(archive.store(), Written.CODEC)
        .commits(Span.all(), line -> line.contains("\"two\""), seen::add).collect().asList().await().indefinitely();
    assertThat(commits).extracting(commit -> commit.stream().key()).containsOnly("two").hasSize(2);
    assertThat(seen).hasSize(2);
  }

  @Test
  void strange_objects_are_left_alone() {
    var archive = Written.archive().object(HOUR, "o", 1, 1);
    archive.store().put("events/README", new Content(new byte[] {1}, "text/plain", Map.of())).await().indefinitely();
    assertThat(versions(archive.store(), Span.all())).containsExactly(1L);
  }

  @Test
  void a_damaged_object_fails_and_is_named() {
    var archive = Written.archive().object(HOUR, "o", 1, 1);
    var key = Written.key(HOUR, 1, 1);
    archive.store().put(key, new Content(new byte[] {1, 2, 3}, "application/gzip", Map.of())).await().indefinitely();
    assertThatThrownBy(() -> versions(archive.store(), Span.all())).isInstanceOf(DamagedArchive.class).hasMessageContaining(key);
  }

  @Test
  void no_more_objects_are_fetched_than_are_asked_for() {
    var archive = Written.archive();
    for (int i = 1; i <= 200; i++) {
      archive.object(HOUR, "o", i, i);
    }
    var fetched = new AtomicInteger();
    var reader = new ArchiveReader(counting(archive.store(), fetched), Written.CODEC);
    assertThat(reader.commits(Span.all()).select().first(3).collect().asList().await().indefinitely()).hasSize(3);
    assertThat(fetched).hasValueLessThan(100);
  }

  private static ObjectStore counting(ObjectStore store, AtomicInteger fetched) {
    return new ObjectStore() {
      @Override
      public Uni<Void> put(String key, Content content) {
        return store.put(key, content);
      }

      @Override
      public Uni<Boolean> replace(String key, Content content, Optional<String> tag) {
        return store.replace(key, content, tag);
      }

      @Override
      public Uni<Optional<Stored>> get(String key) {
        fetched.incrementAndGet();
        return store.get(key);
      }

      @Override
      public Uni<Void> delete(String key) {
        return store.delete(key);
      }

      @Override
      public Uni<Page> list(String prefix, String after) {
        return store.list(prefix, after);
      }
    };
  }
}
