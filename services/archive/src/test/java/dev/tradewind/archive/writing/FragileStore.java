package dev.tradewind.archive.writing;

import dev.tradewind.archive.format.InMemoryStore;
import dev.tradewind.archive.format.ObjectStore;
import dev.tradewind.log.InMemoryShard;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bucket whose writer may be killed before each write, and that keeps what was written under each name. */
final class FragileStore implements ObjectStore {

  final InMemoryStore bucket = new InMemoryStore(3);
  final Map<String, List<Integer>> writes = new HashMap<>();
  private final InMemoryShard shard;

  FragileStore(InMemoryShard shard) {
    this.shard = shard;
  }

  @Override
  public Uni<Void> put(String key, Content content) {
    return Uni.createFrom().voidItem().invoke(() -> shard.step("put " + key, () -> {
      writes.computeIfAbsent(key, name -> new ArrayList<>()).add(Arrays.hashCode(content.bytes()));
      bucket.put(key, content).await().indefinitely();
    }));
  }

  @Override
  public Uni<Boolean> replace(String key, Content content, Optional<String> tag) {
    return Uni.createFrom().voidItem().invoke(() -> shard.step("replace " + key, () -> bucket.replace(key, content, tag).await().indefinitely()))
        .replaceWith(true);
  }

  @Override
  public Uni<Optional<Stored>> get(String key) {
    return bucket.get(key);
  }

  @Override
  public Uni<Void> delete(String key) {
    return bucket.delete(key);
  }

  @Override
  public Uni<Page> list(String prefix, String after) {
    return bucket.list(prefix, after);
  }
}
