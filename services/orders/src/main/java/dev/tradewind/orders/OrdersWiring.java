package dev.tradewind.orders;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.Edge;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.Types;
import dev.tradewind.orders.domain.Order;
import dev.tradewind.orders.domain.OrderCommand;
import dev.tradewind.orders.domain.OrderDecider;
import dev.tradewind.orders.domain.OrderEvent;
import dev.tradewind.quarkus.StreamHandlers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What this service consists of. */
class OrdersWiring {

  @Produces
  @Singleton
  Types types() {
    return Contracts.TYPES.and(Types.records("orders",
        OrderEvent.OrderPlaced.class,
        OrderEvent.StepCompleted.class,
        OrderEvent.StepFailed.class,
        OrderEvent.StepRetried.class,
        OrderEvent.CancellationRequested.class,
        OrderEvent.CompensationStarted.class,
        OrderEvent.StepUndone.class,
        OrderEvent.UndoRefused.class,
        OrderEvent.AttentionNeeded.class,
        OrderEvent.OrderConfirmed.class,
        OrderEvent.OrderRejected.class,
        OrderEvent.OrderCancelled.class,
        OrderEvent.OrderDispatched.class,
        OrderEvent.OrderDelivered.class));
  }

  @Produces
  @Singleton
  StreamHandler<Order, OrderCommand, OrderEvent> orders(StreamHandlers handlers) {
    return handlers.handler(new OrderDecider(), OrderEvent.class, Edge.none());
  }
}
