package dev.tradewind.simulator.services;

import dev.tradewind.core.CachedJournal;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Edge;
import dev.tradewind.core.Message;
import dev.tradewind.core.Observer;
import dev.tradewind.core.Result;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.orders.domain.Order;
import dev.tradewind.orders.domain.OrderCommand;
import dev.tradewind.orders.domain.OrderDecider;
import dev.tradewind.orders.domain.OrderEvent;
import dev.tradewind.orders.domain.OrderIds;
import dev.tradewind.orders.domain.OrderSaga;
import dev.tradewind.orders.domain.OrderState;
import dev.tradewind.orders.domain.OrderTables;
import dev.tradewind.orders.messaging.OrderMessages;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Process;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** A process of orders, with the API that clients call. */
public final class OrdersProcess implements Process {

  private static final int REMEMBERED_STREAMS = 1_000;
  private static final int ACCEPTED = 202;
  private static final int OTHER_BODY = 422;
  private static final OrderTables FIRST = OrderTables.of(OrderSaga.CURRENT);
  private static final OrderTables SECOND = OrderTables.of(NextSaga.TABLE, OrderSaga.CURRENT);

  private final OrderDecider decider;
  private final StreamHandler<Order, OrderCommand, OrderEvent> handler;
  private final OrderMessages messages;

  OrdersProcess(Ports ports) {
    this.decider = new OrderDecider(ports.release() == 1 ? FIRST : SECOND);
    this.handler = new StreamHandler<>(
        Orders.NAME, decider, new CachedJournal<>(ports.journal(), REMEMBERED_STREAMS), ports.log(), ports.dispatcher(),
        Edge.none(), ports.clock(), Observer.NONE);
    this.messages = new OrderMessages(handler);
  }

  @Override
  public Uni<Void> receive(int queue, Message message) {
    return queue == 0 ? messages.command(message) : messages.answer(message);
  }

  /** {@code POST /v1/orders}: the status. */
  public Uni<Integer> place(OrderCommand.Place place) {
    return handler.start(cause(place.orderId(), "place"), OrderIds.stream(place.orderId()), place)
        .map(result -> result instanceof Result.Repeated<Order, OrderEvent>(var history, var order, var commit)
            && !order.content().fingerprint().equals(place.fingerprint()) ? OTHER_BODY : ACCEPTED);
  }

  /** {@code POST /v1/orders/{id}/cancel}, {@code …/resolution} and {@code …/review}: whether there is such an order. */
  public Uni<Boolean> change(String orderId, String request, OrderCommand command) {
    return handler.load(OrderIds.stream(orderId)).flatMap(history -> history.isEmpty()
        ? Uni.createFrom().item(false)
        : handler.handle(cause(orderId, request), history.stream(), command).map(result -> true));
  }

  /** {@code GET /v1/orders/{id}}: the state, if there is such an order. */
  public Uni<Optional<OrderState>> state(String orderId) {
    return handler.load(OrderIds.stream(orderId))
        .map(history -> history.isEmpty() ? Optional.empty() : Optional.of(history.fold(decider).state()));
  }

  private static Cause cause(String orderId, String request) {
    return Cause.request(request, orderId, "");
  }
}
