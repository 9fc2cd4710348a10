package dev.tradewind.orders.messaging;

import static dev.tradewind.orders.domain.OrderSaga.ARRANGE_SHIPMENT;
import static dev.tradewind.orders.domain.OrderSaga.AUTHORIZE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.CAPTURE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.RESERVE_STOCK;

import dev.tradewind.contracts.insights.FraudSuspected;
import dev.tradewind.contracts.inventory.StockRejected;
import dev.tradewind.contracts.inventory.StockReleased;
import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.contracts.payments.CaptureDeclined;
import dev.tradewind.contracts.payments.PaymentAuthorized;
import dev.tradewind.contracts.payments.PaymentCaptured;
import dev.tradewind.contracts.payments.PaymentDeclined;
import dev.tradewind.contracts.payments.PaymentRefunded;
import dev.tradewind.contracts.payments.PaymentVoided;
import dev.tradewind.contracts.shipping.ShipmentArranged;
import dev.tradewind.contracts.shipping.ShipmentCancelRefused;
import dev.tradewind.contracts.shipping.ShipmentCancelled;
import dev.tradewind.contracts.shipping.ShipmentDelivered;
import dev.tradewind.contracts.shipping.ShipmentDispatched;
import dev.tradewind.contracts.shipping.ShipmentHeld;
import dev.tradewind.contracts.shipping.ShipmentHoldRefused;
import dev.tradewind.contracts.shipping.ShipmentRefused;
import dev.tradewind.core.Payload;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.orders.domain.OrderCommand;
import dev.tradewind.orders.domain.OrderCommand.ReportDelivered;
import dev.tradewind.orders.domain.OrderCommand.ReportDispatched;
import dev.tradewind.orders.domain.OrderCommand.ReportDone;
import dev.tradewind.orders.domain.OrderCommand.ReportFailed;
import dev.tradewind.orders.domain.OrderCommand.ReportHeld;
import dev.tradewind.orders.domain.OrderCommand.ReportHoldRefused;
import dev.tradewind.orders.domain.OrderCommand.ReportUndoRefused;
import dev.tradewind.orders.domain.OrderCommand.ReportUndone;
import dev.tradewind.orders.domain.OrderCommand.Suspect;
import java.util.Optional;

/** What another service answers or tells, and what it means to an order. */
public final class Replies {

  private Replies() {}

  /**
   * What was answered or told, addressed.
   *
   * @param orderId the order it is for
   * @param report what it means there
   */
  public record Reply(String orderId, OrderCommand report) {}

  /** @throws UnreadableMessage when it means nothing to an order */
  public static Reply of(Payload answer) {
    return switch (answer) {
      case StockReserved(var order, var lines) -> done(order, RESERVE_STOCK, Optional.empty());
      case StockRejected(var order, var reason, var skus) -> new Reply(order, new ReportFailed(RESERVE_STOCK, reason));
      case StockReleased(var order) -> new Reply(order, new ReportUndone(RESERVE_STOCK));
      case PaymentAuthorized(var order, var amount) -> done(order, AUTHORIZE_PAYMENT, Optional.empty());
      case PaymentDeclined(var order, var reason) -> new Reply(order, new ReportFailed(AUTHORIZE_PAYMENT, reason));
      case PaymentVoided(var order) -> new Reply(order, new ReportUndone(AUTHORIZE_PAYMENT));
      case ShipmentArranged(var order, var tracking) -> done(order, ARRANGE_SHIPMENT, Optional.of(tracking));
      case ShipmentRefused(var order, var reason) -> new Reply(order, new ReportFailed(ARRANGE_SHIPMENT, reason));
      case ShipmentCancelled(var order) -> new Reply(order, new ReportUndone(ARRANGE_SHIPMENT));
      case ShipmentCancelRefused(var order, var reason) -> new Reply(order, new ReportUndoRefused(ARRANGE_SHIPMENT, reason));
      case PaymentCaptured(var order, var amount) -> done(order, CAPTURE_PAYMENT, Optional.empty());
      case CaptureDeclined(var order, var reason) -> new Reply(order, new ReportFailed(CAPTURE_PAYMENT, reason));
      case PaymentRefunded(var order, var amount) -> new Reply(order, new ReportUndone(CAPTURE_PAYMENT));
      case ShipmentHeld(var order) -> new Reply(order, new ReportHeld());
      case ShipmentHoldRefused(var order, var reason) -> new Reply(order, new ReportHoldRefused(reason));
      case ShipmentDispatched(var order, var tracking) -> new Reply(order, new ReportDispatched());
      case ShipmentDelivered(var order, var tracking) -> new Reply(order, new ReportDelivered());
      case FraudSuspected(var order, var customer, var rules, var detail) -> new Reply(order, new Suspect(rules, detail));
      default -> throw new UnreadableMessage("orders does not listen to " + answer.getClass().getSimpleName());
    };
  }

  private static Reply done(String orderId, String step, Optional<String> reference) {
    return new Reply(orderId, new ReportDone(step, reference));
  }
}
