package dev.tradewind.gateway.cache;

import dev.tradewind.gateway.valkey.Valkey;
import dev.tradewind.gateway.valkey.ValkeyChannel;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** A change that one replica hears of by an event, told to all of them. */
@Singleton
final class ChangeBroadcast {

  private static final String CHANNEL = "tradewind:product-changes:1";

  private final Valkey valkey;
  private final ValkeyChannel channel;
  private final SharedProducts entries;

  ChangeBroadcast(Valkey valkey, SharedProducts entries) {
    this.valkey = valkey;
    this.entries = entries;
    this.channel = valkey.channel(CHANNEL);
  }

  /** Fails when Valkey does not answer. */
  Uni<Void> tell(Entry changed) {
    return valkey.ask("PUBLISH", CHANNEL, entries.write(changed)).replaceWithVoid();
  }

  void listen(Consumer<CachedProduct> change) {
    channel.listen(text -> entries.read(text).flatMap(Entry::product).ifPresent(change));
  }

  /** Since when this replica has heard every change that was told; nothing when it does not listen. */
  Optional<Instant> heardSince() {
    return channel.heardSince();
  }
}
