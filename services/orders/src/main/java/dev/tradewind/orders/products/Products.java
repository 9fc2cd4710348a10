package dev.tradewind.orders.products;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradewind.contracts.orders.OrderLine;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Checks orders against the copy of products, and never asks anybody else. What was read is remembered for a moment, because most orders are
 * for a few products; before a line is called wrong, its product is read anew.
 */
@Singleton
public class Products {

  private static final int MOST_REMEMBERED = 10_000;

  private final ProductTable table;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final boolean checks;
  private final PriceCheck check;
  private final Cache<String, KnownProduct> remembered;

  Products(
      ProductTable table,
      InstantSource clock,
      MeterRegistry meters,
      @ConfigProperty(name = "tradewind.orders.check-products") boolean checks,
      @ConfigProperty(name = "tradewind.orders.price-grace-seconds") int graceSeconds,
      @ConfigProperty(name = "tradewind.orders.products-fresh-millis") int freshMillis) {
    this.table = table;
    this.clock = clock;
    this.meters = meters;
    this.checks = checks;
    this.check = new PriceCheck(Duration.ofSeconds(graceSeconds));
    this.remembered = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(Duration.ofMillis(freshMillis)).build();
  }

  /** Every line that does not agree with what is known of its product; none when orders are not checked here. */
  public Uni<List<WrongLine>> wrong(String currency, List<OrderLine> lines) {
    if (!checks) {
      return Uni.createFrom().item(List.of());
    }
    var known = new HashMap<>(remembered.getAllPresent(skus(lines)));
    var fromMemory = Set.copyOf(known.keySet());
    return complete(known, missing(lines, fromMemory)).flatMap(all -> {
      var wrong = wrong(currency, lines, all);
      return wrong.isEmpty() || fromMemory.isEmpty()
          ? Uni.createFrom().item(wrong)
          : complete(all, fromMemory).map(anew -> wrong(currency, lines, anew));
    }).invoke(wrong -> meters.counter("tradewind.product.checks", "outcome", wrong.isEmpty() ? "passed" : "refused").increment());
  }

  private List<WrongLine> wrong(String currency, List<OrderLine> lines, Map<String, KnownProduct> known) {
    return check.wrong(currency, lines, known, clock.instant());
  }

  private Uni<Map<String, KnownProduct>> complete(Map<String, KnownProduct> known, Collection<String> unread) {
    return unread.isEmpty()
        ? Uni.createFrom().item(known)
        : table.find(unread).map(found -> {
          remembered.putAll(found);
          known.putAll(found);
          return known;
        });
  }

  private static Set<String> missing(List<OrderLine> lines, Set<String> known) {
    var missing = new HashSet<>(skus(lines));
    missing.removeAll(known);
    return missing;
  }

  private static Set<String> skus(List<OrderLine> lines) {
    return lines.stream().map(OrderLine::sku).collect(Collectors.toSet());
  }
}
