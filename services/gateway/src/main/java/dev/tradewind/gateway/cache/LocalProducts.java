package dev.tradewind.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;

/** What this replica knows: so many products, those asked for most. An older version never takes the place of a newer one. */
final class LocalProducts {

  private final Cache<String, Entry> entries;

  LocalProducts(long most, Duration kept) {
    entries = Caffeine.newBuilder().maximumSize(most).expireAfterWrite(kept).executor(Runnable::run).build();
  }

  Optional<Entry> get(String sku) {
    return Optional.ofNullable(entries.getIfPresent(sku));
  }

  /** Keeps what was asked for. */
  void keep(String sku, Entry entry) {
    entries.asMap().merge(sku, entry, Entry::newer);
  }

  /** Learns what was told, if anybody here has asked for that product: nobody needs the others. */
  void learn(String sku, Entry told) {
    entries.asMap().computeIfPresent(sku, (same, known) -> known.newer(told));
  }

  void forget(String sku) {
    entries.invalidate(sku);
  }
}
