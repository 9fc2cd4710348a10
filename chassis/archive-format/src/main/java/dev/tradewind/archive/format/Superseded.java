package dev.tradewind.archive.format;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Objects whose records lie in a merged one as well, and that no manifest names any more. */
final class Superseded {

  private final ObjectStore store;
  private final Manifests manifests;

  Superseded(ObjectStore store, Manifests manifests) {
    this.store = store;
    this.manifests = manifests;
  }

  /** Deletes those that were merged before that time; tells how many. What comes into the manifest meanwhile is new, and bears another name. */
  Uni<Integer> delete(ArchiveKey.Place place, Instant mergedBefore) {
    return manifests.read(place.hour(), place.shard()).flatMap(found -> {
      var entries = found.map(Manifest::entries).orElseGet(List::of);
      var named = entries.stream().map(Manifest.Entry::key).collect(Collectors.toSet());
      var merged = entries.stream().filter(entry -> entry.mergedAt().filter(at -> !at.isAfter(mergedBefore)).isPresent()).toList();
      return merged.isEmpty() ? Uni.createFrom().item(0) : Keys.list(store, place.prefix(), "")
          .map(ArchiveKey::parse).filter(Optional::isPresent).map(Optional::get)
          .filter(key -> !named.contains(key.toString()) && merged.stream().anyMatch(entry -> entry.covers(key)))
          .onItem().transformToUniAndConcatenate(key -> store.delete(key.toString()).replaceWith(key))
          .collect().with(Collectors.summingInt(key -> 1));
    });
  }
}
