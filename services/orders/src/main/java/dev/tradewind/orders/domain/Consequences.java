package dev.tradewind.orders.domain;

import dev.tradewind.core.Command;
import dev.tradewind.core.Decision;
import dev.tradewind.core.Payload;
import dev.tradewind.core.saga.Progress.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from what happens to an order: what is asked for next, what everyone hears, and when to look again. */
final class Consequences {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final OrderTables tables;

  Consequences(OrderTables tables) {
    this.tables = tables;
  }

  /** Commits what happened, and asks for what comes next, unless the order is held up. */
  Decision.Change<OrderEvent> follow(Order before, Instant now, OrderEvent... happened) {
    var events = new ArrayList<>(List.of(happened));
    Order after = evolveAll(before, events, now);
    if (after.review().isOpen()) {
      return tell(before, now, happened);
    }
    var next = nextCommand(after);
    if (next.isEmpty()) {
      OrderEvent end = after.progress().phase() == Phase.COMPLETED
          ? new OrderEvent.OrderConfirmed()
          : after.touched() ? new OrderEvent.OrderCancelled() : new OrderEvent.OrderRejected();
      events.add(end);
      after = evolveAll(after, List.of(end), now);
    }
    var messages = new ArrayList<Payload>();
    next.ifPresent(messages::add);
    messages.addAll(announcements(events, after));
    return arming(Decision.change(events).send(messages), before, after, now);
  }

  /** The same for a request: it always arms a deadline, because nobody delivers a request again. */
  Decision<OrderEvent> asRequested(Order before, Instant now, OrderEvent... happened) {
    var change = follow(before, now, happened);
    var after = evolveAll(before, change.events(), now);
    return tables.of(after).due(after.progress()).map(change::wakeAt).orElseGet(() -> lookAgain(change, now));
  }

  /** Commits and announces what has no next step. */
  Decision.Change<OrderEvent> tell(Order before, Instant now, OrderEvent... happened) {
    var events = List.of(happened);
    var after = evolveAll(before, events, now);
    return arming(Decision.change(events).send(announcements(events, after)), before, after, now);
  }

  /** For a request that waits for nobody: should the process die, whoever looks again sends what it committed. */
  static Decision.Change<OrderEvent> lookAgain(Decision.Change<OrderEvent> change, Instant now) {
    return change.wakeAt(now.plus(LOOK_AGAIN));
  }

  private static Decision.Change<OrderEvent> arming(Decision.Change<OrderEvent> change, Order before, Order after, Instant now) {
    var armed = after.progress().armed();
    return armed.isAfter(now) && !armed.equals(before.progress().armed()) ? change.wakeAt(armed) : change;
  }

  private Optional<Command> nextCommand(Order order) {
    var step = tables.of(order).current(order.progress());
    return step.map(s -> (order.progress().phase() == Phase.FORWARD ? s.command() : s.undo()).apply(order));
  }

  private static List<Payload> announcements(List<OrderEvent> events, Order after) {
    return events.stream().<Payload>flatMap(event -> Announcements.of(event, after).stream()).toList();
  }

  private Order evolveAll(Order order, List<OrderEvent> events, Instant at) {
    Order state = order;
    for (var event : events) {
      state = OrderEvolution.evolve(tables, state, event, at);
    }
    return state;
  }
}
