package dev.tradewind.inventory.grouping;

import dev.tradewind.inventory.domain.Counter;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.domain.Token;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Where stock is kept. Reads see every write that was answered before. A failure of a write leaves open whether it happened. */
public interface StockStore {

  /** What is recorded under the key. */
  Uni<Optional<Item>> item(String key);

  default Uni<Optional<Token>> token(String orderId) {
    return item(Token.keyOf(orderId)).map(found -> found.map(Token.class::cast));
  }

  /** By product; those that were never received are missing. */
  Uni<Map<String, Directory>> directories(Collection<String> skus);

  /** Those that nothing was received on are missing. Each is read by itself, not all at one moment. */
  Uni<Map<CounterKey, Counter>> counters(Collection<CounterKey> counters);

  /** All of it or nothing. */
  Uni<WriteOutcome> write(StockWrite write);
}
