package dev.tradewind.orders.messaging;

import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.core.Check;
import dev.tradewind.core.Message;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.orders.products.KnownProduct;
import dev.tradewind.orders.products.ProductTable;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** What catalog tells, into this service's own copy. Late, twice or out of order: the newest version stays. */
@Singleton
class ProductNews {

  private static final Logger LOG = Logger.getLogger("tradewind.products");

  private final ProductTable products;
  private final InstantSource clock;
  private final MeterRegistry meters;

  ProductNews(ProductTable products, InstantSource clock, MeterRegistry meters) {
    this.products = products;
    this.clock = clock;
    this.meters = meters;
  }

  Uni<Void> told(Message message, ProductChanged changed) {
    var product = product(message, changed);
    return products.keep(product).invoke(newer -> {
      meters.counter("tradewind.products.copied", "outcome", newer ? "written" : "skipped").increment();
      if (newer) {
        LOG.infof("copied product=%s version=%d lag-millis=%d", product.sku(), product.version(),
            Duration.between(message.time(), clock.instant()).toMillis());
      }
    }).replaceWithVoid();
  }

  private static KnownProduct product(Message message, ProductChanged changed) {
    try {
      return KnownProduct.of(changed, message.sequence());
    } catch (IllegalArgumentException e) {
      throw new UnreadableMessage("no product can be as it is told: " + Check.rule(e));
    }
  }
}
