package dev.tradewind.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.gateway.composition.ComposedOrder;
import dev.tradewind.gateway.composition.Part;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An order in its first shape: as orders tells it, with three parts beside it. Each is what it is, or {@link Unavailable}.
 *
 * @param lines with prices of one unit in minor units of the total's currency
 * @param trackingNumber the carrier's, once one is booked
 * @param version grows with each change of the order itself
 * @param payment where the money is
 * @param shipment where the parcel is
 * @param products by SKU; without those the catalog does not know
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record OrderV1(
    String orderId,
    String customerId,
    String state,
    Optional<String> reason,
    Money total,
    List<OrderLine> lines,
    Optional<String> trackingNumber,
    long version,
    Instant placedAt,
    Instant changedAt,
    Object payment,
    Object shipment,
    Object products) {

  /** @param unavailable why, for the client */
  @RegisterForReflection
  record Unavailable(String unavailable) {}

  @RegisterForReflection
  record Product(String name) {}

  static OrderV1 of(ComposedOrder composed) {
    var order = composed.order();
    return new OrderV1(
        order.orderId(), order.customerId(), order.state(), order.reason(), order.total(), order.lines(), order.trackingNumber(), order.version(),
        order.placedAt(), order.changedAt(), part(composed.payment()), part(composed.shipment()), products(composed.names()));
  }

  private static Object part(Part<?> part) {
    return switch (part) {
      case Part.Available<?>(var value) -> value;
      case Part.Unavailable<?>(var reason) -> new Unavailable(reason);
    };
  }

  private static Object products(Part<Map<String, String>> names) {
    return switch (names) {
      case Part.Available<Map<String, String>>(var known) ->
          known.entrySet().stream().collect(
              Collectors.toMap(Map.Entry::getKey, entry -> new Product(entry.getValue()), (one, same) -> one, TreeMap::new));
      case Part.Unavailable<Map<String, String>>(var reason) -> new Unavailable(reason);
    };
  }
}
