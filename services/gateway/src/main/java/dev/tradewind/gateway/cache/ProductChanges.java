package dev.tradewind.gateway.cache;

import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.core.Message;
import dev.tradewind.core.wire.UnreadableMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What comes in by message: what the catalog tells. One replica hears each of them. */
@ApplicationScoped
public class ProductChanges {

  private final ProductCache cache;

  ProductChanges(ProductCache cache) {
    this.cache = cache;
  }

  @Incoming("events")
  public Uni<Void> told(Message message) {
    return switch (message.data()) {
      case ProductChanged it -> cache.changed(new CachedProduct(
          it.sku(), it.name(), it.description(), it.active(), it.prices(), message.sequence(), message.time()));
      default -> throw new UnreadableMessage("the gateway listens to changes of products, not to " + message.data().getClass().getSimpleName());
    };
  }
}
