package dev.tradewind.orders.domain;

import dev.tradewind.core.Check;
import dev.tradewind.core.Command;
import dev.tradewind.core.Decider;
import dev.tradewind.core.Decision;
import dev.tradewind.core.Payload;
import dev.tradewind.core.saga.OnTimeout;
import dev.tradewind.core.saga.Progress.Phase;
import dev.tradewind.core.saga.Step;
import dev.tradewind.orders.domain.Order.Parcel;
import dev.tradewind.orders.domain.OrderCommand.Cancel;
import dev.tradewind.orders.domain.OrderCommand.Place;
import dev.tradewind.orders.domain.OrderCommand.ReportDelivered;
import dev.tradewind.orders.domain.OrderCommand.ReportDispatched;
import dev.tradewind.orders.domain.OrderCommand.ReportDone;
import dev.tradewind.orders.domain.OrderCommand.ReportFailed;
import dev.tradewind.orders.domain.OrderCommand.ReportUndoRefused;
import dev.tradewind.orders.domain.OrderCommand.ReportUndone;
import dev.tradewind.orders.domain.OrderCommand.Resolution;
import dev.tradewind.orders.domain.OrderCommand.Resolve;
import dev.tradewind.orders.domain.OrderCommand.Wake;
import dev.tradewind.orders.domain.OrderEvent.AttentionNeeded;
import dev.tradewind.orders.domain.OrderEvent.CancellationRequested;
import dev.tradewind.orders.domain.OrderEvent.CompensationStarted;
import dev.tradewind.orders.domain.OrderEvent.OrderDelivered;
import dev.tradewind.orders.domain.OrderEvent.OrderDispatched;
import dev.tradewind.orders.domain.OrderEvent.OrderPlaced;
import dev.tradewind.orders.domain.OrderEvent.PlacementExpired;
import dev.tradewind.orders.domain.OrderEvent.StepCompleted;
import dev.tradewind.orders.domain.OrderEvent.StepFailed;
import dev.tradewind.orders.domain.OrderEvent.StepRetried;
import dev.tradewind.orders.domain.OrderEvent.StepUndone;
import dev.tradewind.orders.domain.OrderEvent.UndoRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries an order through its saga: one step after the other, and back when one fails or the customer cancels. */
public final class OrderDecider implements Decider<Order, OrderCommand, OrderEvent> {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final OrderTables tables;

  public OrderDecider() {
    this(OrderSaga.TABLES);
  }

  /** @param tables what it knows; it fails on an order that began under another, so that a newer instance gets the message */
  public OrderDecider(OrderTables tables) {
    this.tables = Check.notNull(tables, "tables");
  }

  @Override
  public Order initial() {
    return Order.none();
  }

  @Override
  public Order evolve(Order order, OrderEvent event, Instant at) {
    return OrderEvolution.evolve(tables, order, event, at);
  }

  @Override
  public Decision<OrderEvent> decide(Order order, OrderCommand command, Instant now) {
    if (command instanceof Place place) {
      return order.placed().isPresent() ? Decision.nothing() : place(order, place, now);
    }
    if (order.placed().isEmpty()) {
      return command instanceof Wake ? Decision.change(new PlacementExpired()) : Decision.nothing();
    }
    return switch (command) {
      case Place place -> throw new IllegalStateException("placing is decided above");
      case Cancel(var reason, var by) -> cancel(order, reason, by, now);
      case Resolve(var resolution) -> resolve(order, resolution, now);
      case ReportDone(var step, var reference) -> done(order, step, reference, now);
      case ReportFailed(var step, var reason) ->
          isAt(order, Phase.FORWARD, step) ? follow(order, now, new StepFailed(step, reason)) : Decision.nothing();
      case ReportUndone(var step) ->
          isAt(order, Phase.COMPENSATING, step) ? follow(order, now, new StepUndone(step)) : Decision.nothing();
      case ReportUndoRefused(var step, var reason) ->
          isAt(order, Phase.COMPENSATING, step) ? undoRefused(order, step, reason, now) : Decision.nothing();
      case ReportDispatched() ->
          order.parcel() == Parcel.HERE && !order.over() ? tell(order, now, new OrderDispatched()) : Decision.nothing();
      case ReportDelivered() ->
          order.parcel() != Parcel.DELIVERED && !order.over() ? tell(order, now, new OrderDelivered()) : Decision.nothing();
      case Wake() -> overdue(order, now);
    };
  }

  private Decision<OrderEvent> place(Order order, Place p, Instant now) {
    var placed = new OrderPlaced(
        p.orderId(), p.customerId(), p.currency(), p.lines(), p.method(), p.shipTo(), p.fingerprint(), tables.current().name());
    return asRequested(order, now, placed);
  }

  private Decision<OrderEvent> cancel(Order order, String reason, Requester by, Instant now) {
    if (order.over() || order.cancellationRequested() || order.progress().phase() == Phase.COMPENSATING) {
      return Decision.nothing();
    }
    if (order.parcel() != Parcel.HERE) {
      return Decision.refuse("already-dispatched", "The parcel is on its way: the order can no longer be cancelled.");
    }
    if (order.progress().phase() == Phase.COMPLETED) {
      return asRequested(order, now, new CompensationStarted(reason, false));
    }
    var requested = Decision.<OrderEvent>change(new CancellationRequested(reason, by));
    // A deadline is on its way, unless a person is waited for; and nobody delivers a request again.
    return order.progress().needsAttention() ? requested.wakeAt(now.plus(LOOK_AGAIN)) : requested;
  }

  private Decision<OrderEvent> resolve(Order order, Resolution resolution, Instant now) {
    if (!order.progress().needsAttention()) {
      return Decision.refuse("no-attention-needed", "The order goes on by itself: there is nothing to decide.");
    }
    if (resolution == Resolution.RETRY) {
      return asRequested(order, now, new StepRetried(current(order).name(), 1));
    }
    return order.progress().phase() == Phase.FORWARD
        ? asRequested(order, now, new CompensationStarted("operator", true))
        : Decision.refuse("already-undoing", "The order is being undone already: retry the step.");
  }

  private Decision<OrderEvent> done(Order order, String step, Optional<String> reference, Instant now) {
    if (!isAt(order, Phase.FORWARD, step)) {
      return Decision.nothing();
    }
    var completed = new StepCompleted(step, reference);
    if (!order.cancellationRequested()) {
      return follow(order, now, completed);
    }
    return follow(order, now, completed, new CompensationStarted(order.reason().orElse("customer"), false));
  }

  /** A refusal is expected only of an order that was confirmed: before that, the parcel waits. */
  private Decision<OrderEvent> undoRefused(Order order, String step, String reason, Instant now) {
    return switch (order.deal()) {
      case CONFIRMED -> tell(order, now, new UndoRefused(step, reason));
      case DONE -> follow(order, now, new UndoRefused(step, reason));
      case OPEN -> tell(order, now, new AttentionNeeded(step, reason));
    };
  }

  private Decision<OrderEvent> overdue(Order order, Instant now) {
    var saga = tables.of(order);
    var due = saga.due(order.progress());
    if (due.isEmpty()) {
      return Decision.nothing();
    }
    if (due.get().isAfter(now)) {
      return Decision.waitUntil(due.get());
    }
    var step = current(order);
    if (saga.mayTryAgain(order.progress())) {
      return follow(order, now, new StepRetried(step.name(), order.progress().attempt() + 1));
    }
    boolean forward = order.progress().phase() == Phase.FORWARD;
    return forward && step.onTimeout() == OnTimeout.COMPENSATE
        ? follow(order, now, new CompensationStarted(step.name() + "-timed-out", true))
        : tell(order, now, new AttentionNeeded(step.name(), step.name() + (forward ? "-unanswered" : "-undo-unanswered")));
  }

  /** Commits what happened, and asks for what comes next. */
  private Decision.Change<OrderEvent> follow(Order before, Instant now, OrderEvent... happened) {
    var events = new ArrayList<>(List.of(happened));
    Order after = evolveAll(before, events, now);
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
    for (var event : events) {
      Announcements.of(event, after).ifPresent(messages::add);
    }
    var change = Decision.change(events).send(messages);
    var armed = after.progress().armed();
    return armed.isAfter(now) && !armed.equals(before.progress().armed()) ? change.wakeAt(armed) : change;
  }

  /** The same for a request: it always arms a deadline, because nobody delivers a request again. */
  private Decision<OrderEvent> asRequested(Order before, Instant now, OrderEvent happened) {
    var change = follow(before, now, happened);
    var after = evolveAll(before, change.events(), now);
    return tables.of(after).due(after.progress()).map(change::wakeAt).orElse(change);
  }

  /** Commits and announces an event after which there is nothing to ask for. */
  private Decision<OrderEvent> tell(Order before, Instant now, OrderEvent happened) {
    var after = evolve(before, happened, now);
    return Decision.change(List.of(happened)).send(Announcements.of(happened, after).stream().toList());
  }

  private Optional<Command> nextCommand(Order order) {
    var step = tables.of(order).current(order.progress());
    return step.map(s -> (order.progress().phase() == Phase.FORWARD ? s.command() : s.undo()).apply(order));
  }

  private Order evolveAll(Order order, List<OrderEvent> events, Instant at) {
    Order state = order;
    for (var event : events) {
      state = evolve(state, event, at);
    }
    return state;
  }

  private boolean isAt(Order order, Phase phase, String step) {
    return !order.over() && order.progress().phase() == phase && current(order).name().equals(step);
  }

  private Step<Order> current(Order order) {
    return tables.of(order).current(order.progress()).orElseThrow();
  }
}
