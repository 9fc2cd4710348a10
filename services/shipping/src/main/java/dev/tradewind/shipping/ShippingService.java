package dev.tradewind.shipping;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.Types;
import dev.tradewind.core.WaitingRoom;
import dev.tradewind.quarkus.ReturnToContext;
import dev.tradewind.quarkus.StreamHandlers;
import dev.tradewind.quarkus.guard.Guards;
import dev.tradewind.quarkus.guard.HttpGuard;
import dev.tradewind.shipping.carrier.Carrier;
import dev.tradewind.shipping.carrier.CarrierEdge;
import dev.tradewind.shipping.carrier.CarrierRefusal;
import dev.tradewind.shipping.domain.Shipment;
import dev.tradewind.shipping.domain.ShipmentCommand;
import dev.tradewind.shipping.domain.ShipmentDecider;
import dev.tradewind.shipping.domain.ShipmentEvent;
import io.smallrye.common.annotation.Identifier;
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

  /** One pause is as long as the breaker stays open. */
  @Produces
  @Singleton
  static WaitingRoom carrier(
      @ConfigProperty(name = "tradewind.carrier.breaker.open-millis") long openMillis,
      @ConfigProperty(name = "tradewind.carrier.wait-seconds") long waitSeconds) {
    return new WaitingRoom(WaitingRoom.Options.of(Duration.ofMillis(openMillis), Duration.ofSeconds(waitSeconds))
        .continuedAt(ReturnToContext::afterwards));
  }

  /** One for all calls: they share the carrier. Nothing is retried in it: a failure brings the message back, and that is the one retry. */
  @Produces
  @Singleton
  @Identifier(Carrier.GUARD)
  static HttpGuard guard(Guards guards, WaitingRoom carrier) {
    return guards.guard(Carrier.GUARD, "tradewind.carrier", CarrierRefusal.class::isInstance, carrier);
  }

  @Produces
  @Singleton
  static StreamHandler<Shipment, ShipmentCommand, ShipmentEvent> handler(StreamHandlers handlers, ShipmentDecider decider, CarrierEdge edge) {
    return handlers.handler(decider, ShipmentEvent.class, edge);
  }
}
