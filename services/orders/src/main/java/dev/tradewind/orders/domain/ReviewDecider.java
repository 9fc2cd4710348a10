package dev.tradewind.orders.domain;

import static dev.tradewind.orders.domain.Consequences.lookAgain;

import dev.tradewind.contracts.shipping.HoldShipment;
import dev.tradewind.contracts.shipping.ResumeShipment;
import dev.tradewind.core.Decision;
import dev.tradewind.core.saga.Progress.Phase;
import dev.tradewind.orders.domain.Order.Deal;
import dev.tradewind.orders.domain.Order.Parcel;
import dev.tradewind.orders.domain.OrderCommand.Suspect;
import dev.tradewind.orders.domain.OrderCommand.Verdict;
import dev.tradewind.orders.domain.OrderEvent.CancellationRequested;
import dev.tradewind.orders.domain.OrderEvent.CompensationStarted;
import dev.tradewind.orders.domain.OrderEvent.FraudSuspected;
import dev.tradewind.orders.domain.OrderEvent.HoldAsked;
import dev.tradewind.orders.domain.OrderEvent.HoldRefused;
import dev.tradewind.orders.domain.OrderEvent.ReviewExpired;
import dev.tradewind.orders.domain.OrderEvent.ReviewReleased;
import dev.tradewind.orders.domain.OrderEvent.ReviewStarted;
import dev.tradewind.orders.domain.Review.Stage;
import java.time.Instant;

/** Holds an order up when it looks like fraud, until an operator releases or cancels it; when none does in time, it is cancelled. */
final class ReviewDecider {

  private static final String FRAUD = "fraud";

  private final Consequences consequences;

  ReviewDecider(Consequences consequences) {
    this.consequences = consequences;
  }

  /** What ended, or is being undone, is beyond suspicion; and so is what was suspected before. */
  Decision<OrderEvent> suspect(Order order, Suspect suspicion, Instant now) {
    if (isEnding(order) || order.review().knows(suspicion.rules())) {
      return Decision.nothing();
    }
    var suspected = new FraudSuspected(suspicion.rules(), suspicion.detail());
    if (order.review().stage() != Stage.NONE || order.parcel() != Parcel.HERE) {
      return Decision.change(suspected);
    }
    return order.progress().phase() == Phase.FORWARD
        ? consequences.tell(order, now, suspected, new ReviewStarted())
        : Decision.<OrderEvent>change(suspected, new HoldAsked()).send(new HoldShipment(order.orderId()));
  }

  Decision<OrderEvent> held(Order order, Instant now) {
    return order.review().stage() == Stage.HOLD_ASKED ? consequences.tell(order, now, new ReviewStarted()) : Decision.nothing();
  }

  /** Nobody is held up by it: the order goes on, and its history says what was suspected. */
  Decision<OrderEvent> holdRefused(Order order, String reason) {
    return order.review().stage() == Stage.HOLD_ASKED ? Decision.change(new HoldRefused(reason)) : Decision.nothing();
  }

  Decision<OrderEvent> decide(Order order, Verdict verdict, Instant now) {
    if (!order.review().isOpen()) {
      return Decision.refuse("not-in-review", "The order is not in review, or no longer: there is nothing to decide.");
    }
    return switch (verdict) {
      case RELEASE -> release(order, now);
      case CANCEL -> cancel(order, now);
    };
  }

  private Decision<OrderEvent> release(Order order, Instant now) {
    var released = new ReviewReleased();
    if (order.deal() == Deal.CONFIRMED) {
      return lookAgain(consequences.tell(order, now, released).send(new ResumeShipment(order.orderId())), now);
    }
    return order.progress().needsAttention()
        ? lookAgain(consequences.tell(order, now, released), now)
        : consequences.asRequested(order, now, released);
  }

  private Decision<OrderEvent> cancel(Order order, Instant now) {
    return turnRound(order, new CancellationRequested(FRAUD, Requester.OPERATOR), FRAUD, now);
  }

  Decision<OrderEvent> overdue(Order order, Instant now) {
    var until = order.review().until();
    return until.isAfter(now) ? Decision.waitUntil(until) : turnRound(order, new ReviewExpired(), OrderEvolution.NOT_REVIEWED, now);
  }

  /** At once, or when the step under way has answered, which is asked for again if need be. */
  private Decision<OrderEvent> turnRound(Order order, OrderEvent happened, String reason, Instant now) {
    return order.waitsForStep()
        ? lookAgain(Decision.change(happened), now)
        : consequences.asRequested(order, now, happened, new CompensationStarted(reason, false));
  }

  private static boolean isEnding(Order order) {
    return order.over() || order.parcel() == Parcel.DELIVERED || order.cancellationRequested()
        || order.progress().phase() == Phase.COMPENSATING;
  }
}
