package dev.tradewind.peer;

import static dev.tradewind.peer.ServiceName.INVENTORY;
import static dev.tradewind.peer.ServiceName.PAYMENTS;
import static dev.tradewind.peer.ServiceName.SHIPPING;

import java.util.Optional;

/** What messages say. A command goes to one service's queue; an event goes to its sender's topic. */
enum Kind {
  RESERVE_STOCK(INVENTORY), RELEASE_STOCK(INVENTORY),
  STOCK_RESERVED, STOCK_REJECTED, STOCK_RELEASED, STOCK_SOLD,

  AUTHORIZE_PAYMENT(PAYMENTS), VOID_PAYMENT(PAYMENTS), CAPTURE_PAYMENT(PAYMENTS),
  PAYMENT_AUTHORIZED, PAYMENT_DECLINED, PAYMENT_VOIDED, PAYMENT_CAPTURED, CAPTURE_DECLINED,

  ARRANGE_SHIPMENT(SHIPPING), CANCEL_SHIPMENT(SHIPPING), HAND_OVER(SHIPPING), DELIVER(SHIPPING),
  SHIPMENT_ARRANGED, SHIPMENT_REFUSED, SHIPMENT_CANCELLED, SHIPMENT_DISPATCHED, SHIPMENT_DELIVERED,

  ORDER_CONFIRMED, ORDER_REJECTED, ORDER_CANCELLED, ORDER_DISPATCHED, ORDER_DELIVERED;

  private final Optional<ServiceName> addressee;

  Kind() {
    addressee = Optional.empty();
  }

  Kind(ServiceName addressee) {
    this.addressee = Optional.of(addressee);
  }

  /** Of a command. */
  Optional<ServiceName> addressee() {
    return addressee;
  }
}
