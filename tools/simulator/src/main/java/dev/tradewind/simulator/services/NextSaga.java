package dev.tradewind.simulator.services;

import static dev.tradewind.core.saga.OnTimeout.COMPENSATE;
import static dev.tradewind.core.saga.OnTimeout.NEEDS_ATTENTION;
import static dev.tradewind.orders.domain.OrderSaga.ARRANGE_SHIPMENT;
import static dev.tradewind.orders.domain.OrderSaga.AUTHORIZE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.CAPTURE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.RESERVE_STOCK;
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
import dev.tradewind.orders.domain.Order;

/** Another sound way to carry out an order, for rolling upgrades: it asks for the money first, and waits for other times. */
final class NextSaga {

  static final Saga<Order> TABLE = Saga.<Order>saga("order-v2")
      .step(AUTHORIZE_PAYMENT, order -> new AuthorizePayment(order.orderId(), order.total(), order.method()))
          .undo(order -> new VoidPayment(order.orderId()))
          .within(ofSeconds(15)).attempts(3).onTimeout(NEEDS_ATTENTION)
      .step(RESERVE_STOCK, order -> new ReserveStock(order.orderId(), order.quantities()))
          .undo(order -> new ReleaseStock(order.orderId()))
          .within(ofSeconds(5)).attempts(2).onTimeout(COMPENSATE)
      .step(ARRANGE_SHIPMENT, order -> new ArrangeShipment(order.orderId(), order.shipTo(), order.quantities()))
          .undoUnlessTooLate(order -> new CancelShipment(order.orderId()))
          .within(ofSeconds(30)).attempts(3).onTimeout(COMPENSATE)
      .step(CAPTURE_PAYMENT, order -> new CapturePayment(order.orderId()))
          .undo(order -> new RefundPayment(order.orderId()))
          .within(ofSeconds(10)).attempts(4).onTimeout(NEEDS_ATTENTION)
      .build();

  private NextSaga() {}
}
