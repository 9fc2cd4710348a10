package dev.tradewind.contracts;

import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.contracts.insights.FraudSuspected;
import dev.tradewind.contracts.inventory.ReleaseStock;
import dev.tradewind.contracts.inventory.ReserveStock;
import dev.tradewind.contracts.inventory.StockReceived;
import dev.tradewind.contracts.inventory.StockRejected;
import dev.tradewind.contracts.inventory.StockReleased;
import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.contracts.inventory.StockSold;
import dev.tradewind.contracts.janitor.DriftFound;
import dev.tradewind.contracts.orders.OrderCancelled;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDelivered;
import dev.tradewind.contracts.orders.OrderDispatched;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderInReview;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.contracts.orders.OrderNeedsAttention;
import dev.tradewind.contracts.orders.OrderPlaced;
import dev.tradewind.contracts.orders.OrderRejected;
import dev.tradewind.contracts.orders.OrderReviewReleased;
import dev.tradewind.contracts.payments.AuthorizePayment;
import dev.tradewind.contracts.payments.CaptureDeclined;
import dev.tradewind.contracts.payments.CapturePayment;
import dev.tradewind.contracts.payments.PaymentAuthorized;
import dev.tradewind.contracts.payments.PaymentCaptured;
import dev.tradewind.contracts.payments.PaymentDeclined;
import dev.tradewind.contracts.payments.PaymentRefunded;
import dev.tradewind.contracts.payments.PaymentVoided;
import dev.tradewind.contracts.payments.RefundPayment;
import dev.tradewind.contracts.payments.VoidPayment;
import dev.tradewind.contracts.shipping.ArrangeShipment;
import dev.tradewind.contracts.shipping.CancelShipment;
import dev.tradewind.contracts.shipping.HoldShipment;
import dev.tradewind.contracts.shipping.ResumeShipment;
import dev.tradewind.contracts.shipping.ShipmentArranged;
import dev.tradewind.contracts.shipping.ShipmentCancelRefused;
import dev.tradewind.contracts.shipping.ShipmentCancelled;
import dev.tradewind.contracts.shipping.ShipmentDelivered;
import dev.tradewind.contracts.shipping.ShipmentDispatched;
import dev.tradewind.contracts.shipping.ShipmentHeld;
import dev.tradewind.contracts.shipping.ShipmentHoldRefused;
import dev.tradewind.contracts.shipping.ShipmentRefused;
import dev.tradewind.core.Command;
import dev.tradewind.core.Message;
import dev.tradewind.core.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each kept sample must be read to. */
final class Examples {

  private static final String ORDER = "3f2b8c1e-7a54-5d0f-9c3b-1e6a2d4f8b90";
  private static final Money TOTAL = new Money(7_497, "EUR");
  private static final List<Quantity> LINES = List.of(new Quantity("TEA-500", 2), new Quantity("MUG-RED", 1));

  private static final Map<String, String> STREAMS = Map.of(
      "orders", "order", "inventory", "stock", "payments", "payment", "shipping", "shipment", "insights", "suspicion",
      "catalog", "product", "janitor", "drift");

  static final List<Payload> ALL = List.of(
      new OrderPlaced(order("PLACED", Optional.empty())),
      new OrderConfirmed(order("CONFIRMED", Optional.empty())),
      new OrderRejected(order("REJECTED", Optional.of("out-of-stock"))),
      new OrderCancelled(order("CANCELLED", Optional.of("declined"))),
      new OrderDispatched(order("DISPATCHED", Optional.empty())),
      new OrderDelivered(order("DELIVERED", Optional.empty())),
      new OrderNeedsAttention(order("CAPTURING", Optional.of("payment-unknown"))),
      new OrderInReview(order("IN_REVIEW", Optional.of("suspected"))),
      new OrderReviewReleased(order("CONFIRMED", Optional.empty())),
      new ReserveStock(ORDER, LINES),
      new ReleaseStock(ORDER),
      new StockReserved(ORDER, LINES),
      new StockRejected(ORDER, "out-of-stock", List.of("MUG-RED")),
      new StockReleased(ORDER),
      new StockSold(ORDER, LINES),
      new StockReceived("5f2c9d0e7b1a4c3d8e6f0a1b2c3d4e5f", "TEA-500", "eu-1", 120),
      new AuthorizePayment(ORDER, TOTAL, "tok_visa_4f1c"),
      new CapturePayment(ORDER),
      new VoidPayment(ORDER),
      new RefundPayment(ORDER),
      new PaymentAuthorized(ORDER, TOTAL),
      new PaymentDeclined(ORDER, "insufficient-funds"),
      new PaymentVoided(ORDER),
      new PaymentCaptured(ORDER, TOTAL),
      new CaptureDeclined(ORDER, "expired"),
      new PaymentRefunded(ORDER, TOTAL),
      new ArrangeShipment(ORDER, new Address("R. Customer", "1 Harbour Street", "London", "SW1Y 4JH", "GB"), LINES),
      new CancelShipment(ORDER),
      new HoldShipment(ORDER),
      new ResumeShipment(ORDER),
      new ShipmentArranged(ORDER, "TW-000017"),
      new ShipmentRefused(ORDER, "no-carrier"),
      new ShipmentCancelled(ORDER),
      new ShipmentCancelRefused(ORDER, "dispatched"),
      new ShipmentHeld(ORDER),
      new ShipmentHoldRefused(ORDER, "already-dispatched"),
      new ShipmentDispatched(ORDER, "TW-000017"),
      new ShipmentDelivered(ORDER, "TW-000017"),
      new ProductChanged("TEA-500", "Earl Grey, 500 g", "Black tea with bergamot.", true, List.of(new Money(2_999, "EUR"), new Money(2_599, "GBP")),
          List.of(new Money(2_799, "EUR")), Instant.parse("2026-02-28T09:30:00Z")),
      new FraudSuspected(ORDER, "c-42", List.of("velocity", "amount"), "5 orders in 10 minutes; 3 times the usual total"),
      new DriftFound("captured-twice", ORDER, "money was taken 2 times", "refund one of the two at the provider"));

  private Examples() {}

  static Message of(String type) {
    var data = ALL.stream().filter(payload -> Contracts.TYPES.typeOf(payload).name().equals(type)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Examples has none of " + type));
    var sender = data instanceof Command ? "orders" : Contracts.TYPES.typeOf(data).service();
    var stream = STREAMS.get(sender) + "/" + ORDER;
    return new Message(
        stream + "/3/0",
        "/tradewind/" + sender,
        stream,
        3,
        Instant.parse("2026-03-01T12:00:00.123456Z"),
        "order/%s/2/0".formatted(ORDER),
        ORDER,
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        Optional.empty(),
        data);
  }

  private static OrderDocument order(String state, Optional<String> reason) {
    return new OrderDocument(ORDER, "c-42", state, reason, TOTAL, List.of(new OrderLine("TEA-500", 2, 2_999), new OrderLine("MUG-RED", 1, 1_499)),
        Optional.empty(), Optional.empty());
  }
}
