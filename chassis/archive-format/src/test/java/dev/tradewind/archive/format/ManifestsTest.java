package dev.tradewind.archive.format;

import static dev.tradewind.archive.format.Written.HOUR;
import static dev.tradewind.archive.format.Written.SHARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.archive.format.Manifest.Entry;
import dev.tradewind.archive.format.ObjectStore.Content;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManifestsTest {

  private final InMemoryStore store = new InMemoryStore(10);
  private final Manifests manifests = new Manifests(store);

  private static Entry entry(int first) {
    return new Entry(Written.key(HOUR, first, first), Optional.empty(), Integer.toString(first), Integer.toString(first), 1, List.of("7"), 10, "abc",
        Optional.of(HOUR), Optional.empty());
  }

  private List<Entry> entries() {
    return manifests.read(HOUR, SHARD).await().indefinitely().orElseThrow().entries();
  }

  private void add(Entry entry) {
    manifests.add(HOUR, SHARD, entry).await().indefinitely();
  }

  @Test
  void entries_come_back_as_they_were_added_in_the_order_of_their_numbers() {
    add(entry(10));
    add(entry(9));
    assertThat(entries()).containsExactly(entry(9), entry(10));
  }

  @Test
  void an_entry_added_again_is_there_once() {
    add(entry(1));
    add(entry(1));
    assertThat(entries()).containsExactly(entry(1));
  }

  @Test
  void nothing_archived_is_no_manifest() {
    assertThat(manifests.read(HOUR, SHARD).await().indefinitely()).isEmpty();
  }

  @Test
  void of_two_writers_at_once_neither_loses_an_entry() {
    Uni.join().all(IntStream.range(0, 8).mapToObj(i -> manifests.add(HOUR, SHARD, entry(i))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())).toList()).andFailFast().await().indefinitely();
    assertThat(entries()).hasSize(8);
  }

  @Test
  void what_is_no_manifest_is_named_and_never_overwritten() {
    var key = ArchiveKey.manifest(HOUR, SHARD);
    store.put(key, new Content("not json".getBytes(), "text/plain", Map.of())).await().indefinitely();
    assertThatThrownBy(() -> add(entry(1))).isInstanceOf(DamagedArchive.class).hasMessageContaining(key);
    assertThat(store.objects().get(key).bytes()).isEqualTo("not json".getBytes());
  }
}
