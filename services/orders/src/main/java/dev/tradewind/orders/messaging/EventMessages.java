package dev.tradewind.orders.messaging;

import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.core.Message;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the others tell: of an order, or of a product. */
@ApplicationScoped
public class EventMessages {

  private final OrderMessages orders;
  private final ProductNews products;

  EventMessages(OrderMessages orders, ProductNews products) {
    this.orders = orders;
    this.products = products;
  }

  @Incoming("events")
  public Uni<Void> event(Message message) {
    return message.data() instanceof ProductChanged changed ? products.told(message, changed) : orders.answer(message);
  }
}
