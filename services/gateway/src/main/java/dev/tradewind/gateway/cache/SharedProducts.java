package dev.tradewind.gateway.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.gateway.valkey.Valkey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What all replicas know, in Valkey: products only, each for a while. Every value begins with its version, so that Valkey can compare. */
@Singleton
final class SharedProducts {

  private static final Logger LOG = Logger.getLogger("tradewind.cache");

  /** Another shape of entries is another word here. */
  private static final String PREFIX = "tradewind:product:1:";

  /** ARGV: version, value, how long in ms. An older version never takes the place of a newer one. */
  private static final String PUT_UNLESS_OLDER = """
      local held = redis.call('GET', KEYS[1])
      if held and tonumber(string.match(held, '^%d+')) > tonumber(ARGV[1]) then
        return 0
      end
      redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
      return 1
      """;

  private final Valkey valkey;
  private final ObjectMapper json;
  private final Duration kept;

  SharedProducts(Valkey valkey, ObjectMapper json, CacheConfig config) {
    this.valkey = valkey;
    this.json = json;
    this.kept = Freshness.of(config).kept();
  }

  boolean areThere() {
    return valkey.isConfigured();
  }

  boolean areAway() {
    return valkey.isAway();
  }

  /** Those that are known; fails when Valkey does not answer. */
  Uni<Map<String, Entry>> get(List<String> skus) {
    return valkey.ask("MGET", skus.stream().map(sku -> PREFIX + sku).toArray(String[]::new)).map(values -> {
      var found = new HashMap<String, Entry>();
      for (int i = 0; i < skus.size(); i++) {
        var sku = skus.get(i);
        Optional.ofNullable(values.get(i)).map(Response::toString).flatMap(this::read).ifPresent(entry -> found.put(sku, entry));
      }
      return found;
    });
  }

  /** Fails when Valkey does not answer. */
  Uni<Void> put(String sku, Entry entry) {
    return valkey.ask("EVAL", PUT_UNLESS_OLDER, "1", PREFIX + sku, Long.toString(entry.version()), write(entry), Long.toString(kept.toMillis()))
        .replaceWithVoid();
  }

  String write(Entry entry) {
    try {
      return entry.version() + " " + json.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write an entry", e);
    }
  }

  /** Nothing for what another version of the gateway wrote and this one cannot read. */
  Optional<Entry> read(String value) {
    return Stream.of(value.indexOf(' ')).filter(space -> space > 0).flatMap(space -> {
      try {
        return Stream.of(json.readValue(value.substring(space + 1), Entry.class));
      } catch (JsonProcessingException e) {
        LOG.warnf("shared-product-unreadable error=%s", e.getOriginalMessage());
        return Stream.empty();
      }
    }).findFirst();
  }
}
