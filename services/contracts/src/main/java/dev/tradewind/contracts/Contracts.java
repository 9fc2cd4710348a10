package dev.tradewind.contracts;

import static dev.tradewind.core.Types.commands;
import static dev.tradewind.core.Types.events;

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
import dev.tradewind.contracts.orders.OrderInReview;
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
import dev.tradewind.core.Types;

/** Every message there is: who handles which command, who tells which event. */
public final class Contracts {

  public static final Types TYPES = Types.of(
      events("orders", OrderPlaced.class, OrderConfirmed.class, OrderRejected.class, OrderCancelled.class,
          OrderDispatched.class, OrderDelivered.class, OrderNeedsAttention.class, OrderInReview.class, OrderReviewReleased.class),
      commands("inventory", ReserveStock.class, ReleaseStock.class),
      events("inventory", StockReserved.class, StockRejected.class, StockReleased.class, StockSold.class, StockReceived.class),
      commands("payments", AuthorizePayment.class, CapturePayment.class, VoidPayment.class, RefundPayment.class),
      events("payments", PaymentAuthorized.class, PaymentDeclined.class, PaymentVoided.class, PaymentCaptured.class,
          CaptureDeclined.class, PaymentRefunded.class),
      commands("shipping", ArrangeShipment.class, CancelShipment.class, HoldShipment.class, ResumeShipment.class),
      events("shipping", ShipmentArranged.class, ShipmentRefused.class, ShipmentCancelled.class, ShipmentCancelRefused.class,
          ShipmentHeld.class, ShipmentHoldRefused.class, ShipmentDispatched.class, ShipmentDelivered.class),
      events("catalog", ProductChanged.class),
      events("insights", FraudSuspected.class),
      events("janitor", DriftFound.class));

  private Contracts() {}
}
