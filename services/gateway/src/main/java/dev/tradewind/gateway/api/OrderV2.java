package dev.tradewind.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.gateway.composition.ComposedOrder;
import dev.tradewind.gateway.composition.Order;
import dev.tradewind.gateway.composition.Part;
import dev.tradewind.gateway.composition.Payment;
import dev.tradewind.gateway.composition.Shipment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order in its second shape: money always says its currency, and each part says whether it could be told.
 *
 * @param version grows with each change of the order itself
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record OrderV2(
    String id,
    String customer,
    String state,
    Optional<String> reason,
    long version,
    Instant placedAt,
    Instant changedAt,
    Money total,
    List<Line> lines,
    PaymentPart payment,
    ShipmentPart shipment) {

  /** Whether a part could be told; if not, its reason says why. */
  enum Status {
    available,
    unavailable
  }

  /** @param total of all units */
  @RegisterForReflection
  record Line(Product product, int quantity, Money unitPrice, Money total) {}

  /** @param name absent when the catalog does not know the product, or cannot tell */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Product(String sku, Status status, Optional<String> name, Optional<String> reason) {}

  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record PaymentPart(Status status, Optional<String> state, Optional<Money> amount, Optional<String> reason) {

    static PaymentPart of(Part<Payment> part) {
      return switch (part) {
        case Part.Available<Payment>(var payment) ->
            new PaymentPart(Status.available, Optional.of(payment.state()), payment.amount(), payment.reason());
        case Part.Unavailable<Payment>(var why) -> new PaymentPart(Status.unavailable, Optional.empty(), Optional.empty(), Optional.of(why));
      };
    }
  }

  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ShipmentPart(Status status, Optional<String> state, Optional<String> trackingNumber, Optional<String> reason) {

    static ShipmentPart of(Part<Shipment> part) {
      return switch (part) {
        case Part.Available<Shipment>(var shipment) ->
            new ShipmentPart(Status.available, Optional.of(shipment.state()), shipment.trackingNumber(), shipment.reason());
        case Part.Unavailable<Shipment>(var why) -> new ShipmentPart(Status.unavailable, Optional.empty(), Optional.empty(), Optional.of(why));
      };
    }
  }

  static OrderV2 of(ComposedOrder composed) {
    var order = composed.order();
    return new OrderV2(
        order.orderId(), order.customerId(), order.state(), order.reason(), order.version(), order.placedAt(), order.changedAt(), order.total(),
        order.lines().stream().map(line -> line(line, order, composed.names())).toList(),
        PaymentPart.of(composed.payment()), ShipmentPart.of(composed.shipment()));
  }

  private static Line line(OrderLine line, Order order, Part<Map<String, String>> names) {
    var unitPrice = new Money(line.unitPrice(), order.total().currency());
    return new Line(product(line.sku(), names), line.quantity(), unitPrice, new Money(unitPrice.amount() * line.quantity(), unitPrice.currency()));
  }

  private static Product product(String sku, Part<Map<String, String>> names) {
    return switch (names) {
      case Part.Available<Map<String, String>>(var known) ->
          new Product(sku, Status.available, Optional.ofNullable(known.get(sku)), Optional.empty());
      case Part.Unavailable<Map<String, String>>(var why) -> new Product(sku, Status.unavailable, Optional.empty(), Optional.of(why));
    };
  }
}
