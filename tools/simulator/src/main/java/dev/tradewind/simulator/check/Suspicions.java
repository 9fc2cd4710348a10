package dev.tradewind.simulator.check;

import dev.tradewind.contracts.insights.FraudSuspected;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.core.Message;
import dev.tradewind.core.StreamId;
import dev.tradewind.orders.domain.OrderDecider;
import dev.tradewind.orders.domain.OrderEvent;
import dev.tradewind.orders.domain.OrderIds;
import dev.tradewind.orders.domain.OrderState;
import java.util.List;
import java.util.Optional;

/** Whoever suspects the first order of a world: told as soon as its placing is committed, because who suspects reads commits. */
final class Suspicions {

  private final boolean any;
  private final String orderId;
  private final StreamId stream;
  private final OrderDecider decider = new OrderDecider();

  Suspicions(SmallWorld world) {
    this.any = world.suspected();
    this.orderId = world.orders().getFirst().orderId();
    this.stream = OrderIds.stream(orderId);
  }

  /** Whether it is a commit of the order that is suspected. */
  boolean isAbout(Commit<?> commit) {
    return any && commit.stream().equals(stream);
  }

  Optional<Message> of(Commit<?> commit) {
    return commit.events().stream().anyMatch(OrderEvent.OrderPlaced.class::isInstance)
        ? Optional.of(new Message("suspicion", "/tradewind/insights", "suspicion/" + orderId, 1, commit.at(), commit.cause().id(), orderId, "",
            Optional.empty(), new FraudSuspected(orderId, "somebody", List.of("velocity"), "it looks like it")))
        : Optional.empty();
  }

  @SuppressWarnings("unchecked")
  boolean isInReview(History<?> history) {
    return ((History<OrderEvent>) history).fold(decider).state() == OrderState.IN_REVIEW;
  }
}
