package dev.tradewind.inventory.domain;

import dev.tradewind.contracts.inventory.StockReceived;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Check;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.StreamId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The permanent record that units arrived. Its id follows from the idempotency key, so the same key is recognised for ever.
 *
 * @param id hexadecimal hash of the idempotency key
 * @param quantity units, 1 or more
 * @param at when it was reported, to the millisecond
 */
public record Receipt(String id, String sku, String warehouse, long quantity, Instant at) implements Item {

  public Receipt {
    Check.notBlank(id, "id");
    Check.notBlank(sku, "sku");
    Check.notBlank(warehouse, "warehouse");
    Check.that(quantity >= 1, "quantity must be 1 or more, but is %d", quantity);
    Check.notNull(at, "at");
  }

  public static Receipt of(String idempotencyKey, String sku, String warehouse, long quantity, Instant at) {
    return new Receipt(hash(idempotencyKey), sku, warehouse, quantity, at);
  }

  /** Whether both report the same, perhaps at different times. */
  public boolean reportsTheSameAs(Receipt other) {
    return equals(new Receipt(other.id, other.sku, other.warehouse, other.quantity, at));
  }

  /** The receipt as a commit of a stream of its own, whose key its item has. */
  public Commit<Object> commit() {
    var stream = StreamId.parse(key());
    var told = new StockReceived(id, sku, warehouse, quantity);
    return new Commit<>(stream, version(), Cause.request("receive/" + stream.key(), stream.key(), ""), at, List.of(), List.of(Outgoing.now(told)));
  }

  @Override
  public String key() {
    return "receipt/" + sku + "/" + id;
  }

  @Override
  public long version() {
    return 1;
  }

  /** The units for each counter, as even as whole units allow. Which counters get one more changes from receipt to receipt. */
  public Map<CounterKey, Long> spreadOver(Directory directory) {
    var counters = directory.counters(warehouse);
    Check.that(!counters.isEmpty(), "the directory of %s does not name warehouse %s", sku, warehouse);
    int shards = counters.size();
    int first = Math.floorMod(id.hashCode(), shards);
    var spread = new LinkedHashMap<CounterKey, Long>();
    for (int i = 0; i < shards; i++) {
      long units = quantity / shards + (i < quantity % shards ? 1 : 0);
      if (units > 0) {
        spread.put(counters.get((first + i) % shards), units);
      }
    }
    return spread;
  }

  private static String hash(String idempotencyKey) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(idempotencyKey.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
