package dev.tradewind.simulator.services;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.orders.OrderCancelled;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDelivered;
import dev.tradewind.contracts.orders.OrderDispatched;
import dev.tradewind.contracts.orders.OrderInReview;
import dev.tradewind.contracts.orders.OrderNeedsAttention;
import dev.tradewind.contracts.orders.OrderPlaced;
import dev.tradewind.contracts.orders.OrderRejected;
import dev.tradewind.contracts.orders.OrderReviewReleased;
import dev.tradewind.core.Types;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.messaging.OrderEvents;
import dev.tradewind.queries.serving.ViewObserver;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Process;
import dev.tradewind.simulator.world.SimulatedService;
import java.util.List;
import java.util.Set;

/** Queries: shows customers their orders. */
public final class Queries implements SimulatedService {

  private static final List<Queue> QUEUES = List.of(new Queue("events", Set.of(
      OrderPlaced.class, OrderConfirmed.class, OrderRejected.class, OrderCancelled.class, OrderDispatched.class, OrderDelivered.class,
      OrderNeedsAttention.class, OrderInReview.class, OrderReviewReleased.class)));

  private static final ViewObserver NOBODY = new ViewObserver() {
    @Override
    public void written(OrderView view) {}

    @Override
    public void skipped(OrderView view) {}
  };

  @Override
  public String name() {
    return "queries";
  }

  @Override
  public Types types() {
    return Contracts.TYPES;
  }

  @Override
  public List<Queue> queues() {
    return QUEUES;
  }

  @Override
  public Process start(Ports ports) {
    var events = new OrderEvents(ports.views(), NOBODY);
    return (queue, message) -> events.told(message);
  }
}
