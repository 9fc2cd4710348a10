package dev.tradewind.orders.domain;

import static dev.tradewind.core.saga.OnTimeout.COMPENSATE;
import static dev.tradewind.core.saga.OnTimeout.NEEDS_ATTENTION;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.tradewind.contracts.inventory.ReleaseStock;
import dev.tradewind.contracts.inventory.ReserveStock;
import dev.tradewind.contracts.payments.AuthorizePayment;
import dev.tradewind.contracts.payments.CapturePayment;
import dev.tradewind.contracts.payments.RefundPayment;
import dev.tradewind.contracts.payments.VoidPayment;
import dev.tradewind.contracts.shipping.ArrangeShipment;
import dev.tradewind.contracts.shipping.CancelShipment;
import dev.tradewind.core.saga.Saga;

/** How an order is carried out. A running order keeps the table it began with: change a row by adding a table. */
public final class OrderSaga {

  public static final String RESERVE_STOCK = "reserve-stock";
  public static final String AUTHORIZE_PAYMENT = "authorize-payment";
  public static final String ARRANGE_SHIPMENT = "arrange-shipment";
  public static final String CAPTURE_PAYMENT = "capture-payment";

  /** What new orders begin under. */
  public static final Saga<Order> CURRENT = Saga.<Order>saga("order-v1")
      .step(RESERVE_STOCK, order -> new ReserveStock(order.orderId(), order.quantities()))
          .undo(order -> new ReleaseStock(order.orderId()))
          .within(ofSeconds(10)).attempts(5).onTimeout(COMPENSATE)
      .step(AUTHORIZE_PAYMENT, order -> new AuthorizePayment(order.orderId(), order.total(), order.method()))
          .undo(order -> new VoidPayment(order.orderId()))
          .within(ofSeconds(20)).attempts(5).onTimeout(NEEDS_ATTENTION)
      .step(ARRANGE_SHIPMENT, order -> new ArrangeShipment(order.orderId(), order.shipTo(), order.quantities()))
          .undoUnlessTooLate(order -> new CancelShipment(order.orderId()))
          .within(ofMinutes(2)).attempts(3).onTimeout(COMPENSATE)
      .step(CAPTURE_PAYMENT, order -> new CapturePayment(order.orderId()))
          .undo(order -> new RefundPayment(order.orderId()))
          .within(ofSeconds(20)).attempts(6).onTimeout(NEEDS_ATTENTION)
      .build();

  /** What this version of the service knows. */
  static final OrderTables TABLES = OrderTables.of(CURRENT);

  private OrderSaga() {}
}
