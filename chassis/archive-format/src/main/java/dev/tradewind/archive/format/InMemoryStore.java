package dev.tradewind.archive.format;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A bucket in memory, for tests: it behaves as S3 does. */
public final class InMemoryStore implements ObjectStore {

  private final SortedMap<String, Content> objects = new ConcurrentSkipListMap<>();
  private final int pageSize;

  /** @param pageSize keys a listing answers at once, 1 or more */
  public InMemoryStore(int pageSize) {
    this.pageSize = pageSize;
  }

  /** What is in it now, by key. */
  public SortedMap<String, Content> objects() {
    return objects;
  }

  @Override
  public Uni<Void> put(String key, Content content) {
    return Uni.createFrom().voidItem().invoke(() -> objects.put(key, content));
  }

  @Override
  public Uni<Boolean> replace(String key, Content content, Optional<String> tag) {
    return Uni.createFrom().item(() -> {
      synchronized (objects) {
        boolean same = tag.equals(Optional.ofNullable(objects.get(key)).map(InMemoryStore::tag));
        if (same) {
          objects.put(key, content);
        }
        return same;
      }
    });
  }

  @Override
  public Uni<Optional<Stored>> get(String key) {
    return Uni.createFrom().item(() -> Optional.ofNullable(objects.get(key)).map(content -> new Stored(content.bytes(), tag(content))));
  }

  @Override
  public Uni<Void> delete(String key) {
    return Uni.createFrom().voidItem().invoke(() -> objects.remove(key));
  }

  @Override
  public Uni<Page> list(String prefix, String after) {
    return Uni.createFrom().item(() -> {
      List<String> rest = objects.keySet().stream().filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0).toList();
      return new Page(rest.stream().limit(pageSize).toList(), rest.size() > pageSize);
    });
  }

  private static String tag(Content content) {
    return Digest.of(content.bytes());
  }
}
