package dev.tradewind.notifications.messaging;

import dev.tradewind.contracts.orders.OrderCancelled;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDelivered;
import dev.tradewind.contracts.orders.OrderDispatched;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderPlaced;
import dev.tradewind.contracts.orders.OrderRejected;
import dev.tradewind.core.Payload;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.notifications.domain.NoticeType;

/** What an event of an order is to its customer. */
record News(NoticeType type, OrderDocument order) {

  /** @throws UnreadableMessage when it is none of a customer's business */
  static News of(Payload event) {
    return switch (event) {
      case OrderPlaced(var order) -> new News(NoticeType.ORDER_PLACED, order);
      case OrderConfirmed(var order) -> new News(NoticeType.ORDER_CONFIRMED, order);
      case OrderDispatched(var order) -> new News(NoticeType.ORDER_DISPATCHED, order);
      case OrderDelivered(var order) -> new News(NoticeType.ORDER_DELIVERED, order);
      case OrderCancelled(var order) -> new News(NoticeType.ORDER_CANCELLED, order);
      case OrderRejected(var order) -> new News(NoticeType.ORDER_REJECTED, order);
      default -> throw new UnreadableMessage("notifications does not listen to " + event.getClass().getSimpleName());
    };
  }
}
