package dev.tradewind.orders;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.Edge;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.Types;
import dev.tradewind.orders.admission.SagasUnderWay;
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
    return Contracts.TYPES.and(OrderEvent.RECORDS);
  }

  @Produces
  @Singleton
  StreamHandler<Order, OrderCommand, OrderEvent> orders(StreamHandlers handlers, SagasUnderWay sagas) {
    return handlers.handler(new OrderDecider(), OrderEvent.class, Edge.none(), sagas);
  }
}
