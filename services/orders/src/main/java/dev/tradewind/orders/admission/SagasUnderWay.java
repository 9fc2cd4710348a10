package dev.tradewind.orders.admission;

import dev.tradewind.core.Commit;
import dev.tradewind.core.Observer;
import dev.tradewind.core.StreamId;
import dev.tradewind.orders.domain.OrderEvent.AttentionNeeded;
import dev.tradewind.orders.domain.OrderEvent.FraudSuspected;
import dev.tradewind.orders.domain.OrderEvent.OrderCancelled;
import dev.tradewind.orders.domain.OrderEvent.OrderConfirmed;
import dev.tradewind.orders.domain.OrderEvent.OrderPlaced;
import dev.tradewind.orders.domain.OrderEvent.OrderRejected;
import dev.tradewind.orders.domain.OrderEvent.ReviewStarted;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many orders are between being placed and being confirmed or given up, as this instance sees it. Several instances hear of each other's
 * orders as much as of their own, so what each counts is right on average; what none heard the end of is forgotten after a while. It is
 * not the chassis's observer, but listens beside it.
 */
@Singleton
@Typed(SagasUnderWay.class)
public class SagasUnderWay implements Observer {

  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final SequencedMap<StreamId, Instant> begun = new LinkedHashMap<>();
  private final AtomicInteger ended = new AtomicInteger();

  SagasUnderWay(InstantSource clock, MeterRegistry meters) {
    this.clock = clock;
    meters.gauge("tradewind.sagas", this, SagasUnderWay::count);
  }

  @Override
  public void committed(Commit<?> commit) {
    for (var event : commit.events()) {
      switch (event) {
        case OrderPlaced placed -> began(commit);
        case OrderConfirmed confirmed -> ended(commit.stream());
        case OrderRejected rejected -> ended(commit.stream());
        case OrderCancelled cancelled -> ended(commit.stream());
        case AttentionNeeded needed -> ended(commit.stream());
        // Suspected before it was confirmed: it waits for a person, and keeps nobody else waiting.
        case ReviewStarted started when commit.events().getFirst() instanceof FraudSuspected -> ended(commit.stream());
        default -> { }
      }
    }
  }

  private synchronized void began(Commit<?> commit) {
    begun.putLast(commit.stream(), commit.at());
  }

  /** One of those that others placed stands for one of ours whose end they hear of: all of these are only counted. */
  private synchronized void ended(StreamId order) {
    if (begun.remove(order) != null) {
      ended.incrementAndGet();
    } else {
      begun.pollFirstEntry();
    }
  }

  synchronized int count() {
    Instant limit = clock.instant().minus(FORGOTTEN_AFTER);
    while (!begun.isEmpty() && begun.firstEntry().getValue().isBefore(limit)) {
      begun.pollFirstEntry();
    }
    return begun.size();
  }

  /** Of how many orders that this instance placed it has heard the end, since it began. */
  int ended() {
    return ended.get();
  }
}
