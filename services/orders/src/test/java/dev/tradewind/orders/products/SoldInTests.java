package dev.tradewind.orders.products;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What the orders of the tests are for is known before the first of them is placed. */
@Singleton
class SoldInTests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ProductTable products;

  SoldInTests(ProductTable products) {
    this.products = products;
  }

  void know(@Observes StartupEvent started) {
    Map.of("SHIRT", 1_999L, "MUG", 850L).forEach((sku, price) ->
        products.keep(new KnownProduct(sku, 1, true, Map.of("EUR", price), Map.of(), Instant.EPOCH)).await().atMost(PATIENCE));
  }
}
