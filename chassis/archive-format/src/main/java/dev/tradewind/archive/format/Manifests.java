package dev.tradewind.archive.format;

import dev.tradewind.core.Check;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The manifests in a bucket. */
public final class Manifests {

  private static final String TYPE = "application/x-ndjson";
  // Two writers are one that was taken for dead and its successor: they do not stay two for long.
  private static final int MOST_ATTEMPTS = 20;

  private final ObjectStore store;

  public Manifests(ObjectStore store) {
    this.store = Check.notNull(store, "store");
  }

  /** Adds an entry to the manifest of its hour and shard, unless it is there. What others add meanwhile stays. */
  public Uni<Void> add(Instant hour, String shard, Manifest.Entry entry) {
    var key = ArchiveKey.manifest(hour, shard);
    return Uni.createFrom().deferred(() -> add(key, entry))
        .onItem().transformToUni(added -> added
            ? Uni.createFrom().voidItem()
            : Uni.createFrom().<Void>failure(changed(key)))
        .onFailure(IllegalStateException.class).retry().atMost(MOST_ATTEMPTS);
  }

  private Uni<Boolean> add(String key, Manifest.Entry entry) {
    return store.get(key).onItem().transformToUni(stored -> {
      var before = stored.map(found -> Manifest.read(key, found.bytes())).orElseGet(Manifest::empty);
      var after = before.with(entry);
      return after.equals(before)
          ? Uni.createFrom().item(true)
          : store.replace(key, new ObjectStore.Content(after.bytes(), TYPE, Map.of()), stored.map(ObjectStore.Stored::tag));
    });
  }

  /**
   * Puts one entry in place of several, in one write. What others add meanwhile stays.
   *
   * @return false when somebody else did it before: one of them is not there any more
   */
  Uni<Boolean> merge(ArchiveKey.Place place, List<Manifest.Entry> several, Manifest.Entry into) {
    var key = ArchiveKey.manifest(place.hour(), place.shard());
    return Uni.createFrom().deferred(() -> store.get(key).flatMap(stored -> {
      var after = stored.flatMap(found -> Manifest.read(key, found.bytes()).merged(several, into));
      return after.isEmpty()
          ? Uni.createFrom().item(false)
          : store.replace(key, new ObjectStore.Content(after.get().bytes(), TYPE, Map.of()), stored.map(ObjectStore.Stored::tag))
              .onItem().transformToUni(done -> done ? Uni.createFrom().item(true) : Uni.createFrom().<Boolean>failure(changed(key)));
    })).onFailure(IllegalStateException.class).retry().atMost(MOST_ATTEMPTS);
  }

  private static IllegalStateException changed(String key) {
    return new IllegalStateException(key + " was changed by somebody else at the same moment");
  }

  /** Empty when nothing of that hour and shard was archived. */
  public Uni<Optional<Manifest>> read(Instant hour, String shard) {
    return read(ArchiveKey.manifest(hour, shard));
  }

  Uni<Optional<Manifest>> read(String key) {
    return store.get(key).map(stored -> stored.map(found -> Manifest.read(key, found.bytes())));
  }
}
