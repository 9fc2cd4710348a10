package dev.tradewind.orders.domain;

import dev.tradewind.core.Check;
import dev.tradewind.core.Decider;
import dev.tradewind.core.Decision;
import dev.tradewind.core.saga.OnTimeout;
import dev.tradewind.core.saga.Progress.Phase;
import dev.tradewind.core.saga.Step;
import dev.tradewind.orders.domain.Order.Parcel;
import dev.tradewind.orders.domain.OrderCommand.Cancel;
import dev.tradewind.orders.domain.OrderCommand.DecideReview;
import dev.tradewind.orders.domain.OrderCommand.Place;
import dev.tradewind.orders.domain.OrderCommand.ReportDelivered;
import dev.tradewind.orders.domain.OrderCommand.ReportDispatched;
import dev.tradewind.orders.domain.OrderCommand.ReportDone;
import dev.tradewind.orders.domain.OrderCommand.ReportFailed;
import dev.tradewind.orders.domain.OrderCommand.ReportHeld;
import dev.tradewind.orders.domain.OrderCommand.ReportHoldRefused;
import dev.tradewind.orders.domain.OrderCommand.ReportUndoRefused;
import dev.tradewind.orders.domain.OrderCommand.ReportUndone;
import dev.tradewind.orders.domain.OrderCommand.Resolution;
import dev.tradewind.orders.domain.OrderCommand.Resolve;
import dev.tradewind.orders.domain.OrderCommand.Suspect;
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
import java.time.Instant;
import java.util.Optional;

/** Carries an order through its saga: one step after the other, and back when one fails or the customer cancels. */
public final class OrderDecider implements Decider<Order, OrderCommand, OrderEvent> {

  private final OrderTables tables;
  private final Consequences consequences;
  private final ReviewDecider review;

  public OrderDecider() {
    this(OrderSaga.TABLES);
  }

  /** @param tables what it knows; it fails on an order that began under another, so that a newer instance gets the message */
  public OrderDecider(OrderTables tables) {
    this.tables = Check.notNull(tables, "tables");
    this.consequences = new Consequences(tables);
    this.review = new ReviewDecider(consequences);
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
          isAt(order, Phase.FORWARD, step) ? consequences.follow(order, now, new StepFailed(step, reason)) : Decision.nothing();
      case ReportUndone(var step) ->
          isAt(order, Phase.COMPENSATING, step) ? consequences.follow(order, now, new StepUndone(step)) : Decision.nothing();
      case ReportUndoRefused(var step, var reason) ->
          isAt(order, Phase.COMPENSATING, step) ? undoRefused(order, step, reason, now) : Decision.nothing();
      case ReportDispatched() ->
          order.parcel().compareTo(Parcel.DISPATCHED) < 0 && !order.over()
              ? consequences.tell(order, now, new OrderDispatched())
              : Decision.nothing();
      case ReportDelivered() ->
          order.parcel() != Parcel.DELIVERED && !order.over() ? consequences.tell(order, now, new OrderDelivered()) : Decision.nothing();
      case Suspect suspicion -> review.suspect(order, suspicion, now);
      case ReportHeld() -> review.held(order, now);
      case ReportHoldRefused(var reason) -> review.holdRefused(order, reason);
      case DecideReview(var verdict) -> review.decide(order, verdict, now);
      case Wake() -> order.review().isOpen() ? review.overdue(order, now) : overdue(order, now);
    };
  }

  private Decision<OrderEvent> place(Order order, Place p, Instant now) {
    var placed = new OrderPlaced(
        p.orderId(), p.customerId(), p.currency(), p.lines(), p.method(), p.shipTo(), p.fingerprint(), tables.current().name());
    return consequences.asRequested(order, now, placed);
  }

  private Decision<OrderEvent> cancel(Order order, String reason, Requester by, Instant now) {
    if (order.over() || order.cancellationRequested() || order.progress().phase() == Phase.COMPENSATING) {
      return Decision.nothing();
    }
    if (order.parcel() != Parcel.HERE) {
      return Decision.refuse("already-dispatched", "The parcel is on its way: the order can no longer be cancelled.");
    }
    if (!order.waitsForStep()) {
      return consequences.asRequested(order, now, new CompensationStarted(reason, false));
    }
    var requested = Decision.<OrderEvent>change(new CancellationRequested(reason, by));
    // A deadline is on its way, unless a person is waited for; and nobody delivers a request again.
    boolean unwatched = order.progress().needsAttention() || order.review().isOpen();
    return unwatched ? Consequences.lookAgain(requested, now) : requested;
  }

  private Decision<OrderEvent> resolve(Order order, Resolution resolution, Instant now) {
    if (order.review().isOpen()) {
      return Decision.refuse("in-review", "The order is in review: release or cancel it first.");
    }
    if (!order.progress().needsAttention()) {
      return Decision.refuse("no-attention-needed", "The order goes on by itself: there is nothing to decide.");
    }
    if (resolution == Resolution.RETRY) {
      return consequences.asRequested(order, now, new StepRetried(current(order).name(), 1));
    }
    return order.progress().phase() == Phase.FORWARD
        ? consequences.asRequested(order, now, new CompensationStarted("operator", true))
        : Decision.refuse("already-undoing", "The order is being undone already: retry the step.");
  }

  private Decision<OrderEvent> done(Order order, String step, Optional<String> reference, Instant now) {
    if (!isAt(order, Phase.FORWARD, step)) {
      return Decision.nothing();
    }
    var completed = new StepCompleted(step, reference);
    if (!order.cancellationRequested()) {
      return consequences.follow(order, now, completed);
    }
    return consequences.follow(order, now, completed, new CompensationStarted(order.reason().orElse("customer"), false));
  }

  /** A refusal is expected only of an order that was confirmed: before that, the parcel waits. */
  private Decision<OrderEvent> undoRefused(Order order, String step, String reason, Instant now) {
    return switch (order.deal()) {
      case CONFIRMED -> consequences.tell(order, now, new UndoRefused(step, reason));
      case DONE -> consequences.follow(order, now, new UndoRefused(step, reason));
      case OPEN -> consequences.tell(order, now, new AttentionNeeded(step, reason));
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
      return consequences.follow(order, now, new StepRetried(step.name(), order.progress().attempt() + 1));
    }
    boolean forward = order.progress().phase() == Phase.FORWARD;
    return forward && step.onTimeout() == OnTimeout.COMPENSATE
        ? consequences.follow(order, now, new CompensationStarted(step.name() + "-timed-out", true))
        : consequences.tell(order, now, new AttentionNeeded(step.name(), step.name() + (forward ? "-unanswered" : "-undo-unanswered")));
  }

  private boolean isAt(Order order, Phase phase, String step) {
    return !order.over() && order.progress().phase() == phase && order.progress().isAsked() && current(order).name().equals(step);
  }

  private Step<Order> current(Order order) {
    return tables.of(order).current(order.progress()).orElseThrow();
  }
}
