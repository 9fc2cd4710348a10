package dev.tradewind.insights.domain;

import dev.tradewind.contracts.insights.FraudSuspected;
import dev.tradewind.core.Decider;
import dev.tradewind.core.Decision;
import dev.tradewind.insights.domain.SuspicionEvent.Suspected;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Raises each suspicion once, and tells it. It is never taken back: a person decides about the order. */
public final class SuspicionDecider implements Decider<Suspicion, Suspect, SuspicionEvent> {

  @Override
  public Suspicion initial() {
    return new Suspicion(Optional.empty());
  }

  @Override
  public Decision<SuspicionEvent> decide(Suspicion suspicion, Suspect command, Instant now) {
    if (suspicion.raisedAt().isPresent()) {
      return Decision.nothing();
    }
    var order = command.finding().order();
    var rule = command.finding().rule().label();
    var detail = command.finding().detail();
    return Decision.<SuspicionEvent>change(new Suspected(order.orderId(), order.customerId(), order.at(), rule, detail))
        .send(new FraudSuspected(order.orderId(), order.customerId(), List.of(rule), detail));
  }

  @Override
  public Suspicion evolve(Suspicion suspicion, SuspicionEvent event, Instant at) {
    return switch (event) {
      case Suspected suspected -> new Suspicion(Optional.of(at));
    };
  }
}
