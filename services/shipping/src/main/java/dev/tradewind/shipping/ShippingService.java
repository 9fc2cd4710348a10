package dev.tradewind.shipping;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.Types;
import dev.tradewind.quarkus.StreamHandlers;
import dev.tradewind.shipping.carrier.CarrierEdge;
import dev.tradewind.shipping.domain.Shipment;
import dev.tradewind.shipping.domain.ShipmentCommand;
import dev.tradewind.shipping.domain.ShipmentDecider;
import dev.tradewind.shipping.domain.ShipmentEvent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service put together: its types, its decider, its handler. */
final class ShippingService {

  @Produces
  @Singleton
  static Types types() {
    return Contracts.TYPES.and(ShipmentEvent.RECORDS);
  }

  @Produces
  @Singleton
  static ShipmentDecider decider(
      @ConfigProperty(name = "tradewind.shipping.dispatch-after-millis") long dispatchAfterMillis,
      @ConfigProperty(name = "tradewind.shipping.deliver-after-millis") long deliverAfterMillis) {
    return new ShipmentDecider(Duration.ofMillis(dispatchAfterMillis), Duration.ofMillis(deliverAfterMillis));
  }

  @Produces
  @Singleton
  static StreamHandler<Shipment, ShipmentCommand, ShipmentEvent> handler(StreamHandlers handlers, ShipmentDecider decider, CarrierEdge edge) {
    return handlers.handler(decider, ShipmentEvent.class, edge);
  }
}
