package dev.tradewind.bench;

import dev.tradewind.bench.Milestones.Milestone;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How far every order has come, as far as it was heard. */
final class Journeys {

  private final Map<String, CompletableFuture<Instant>> confirmed = new ConcurrentHashMap<>();
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private final Set<String> delivered = ConcurrentHashMap.newKeySet();

  /** A milestone may be heard before the customer has the order's id, and more than once. */
  void reached(Milestone milestone, String orderId) {
    if (milestone == Milestone.DELIVERED) {
      delivered.add(orderId);
    } else if (heard.add(orderId)) {
      confirmation(orderId).complete(Instant.now());
    }
  }

  long confirmed() {
    return heard.size();
  }

  long delivered() {
    return delivered.size();
  }

  /**
   * Waits for an order.
   *
   * @throws BenchException when it is not confirmed in time
   */
  Instant awaitConfirmed(String orderId, Duration patience) throws InterruptedException {
    try {
      return confirmation(orderId).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new BenchException("order %s was not confirmed within %d s".formatted(orderId, patience.toSeconds()));
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Waits until all of them are delivered.
   *
   * @throws BenchException when they are not in time
   */
  void awaitDelivered(long orders, Duration patience) throws InterruptedException {
    Instant limit = Instant.now().plus(patience);
    while (delivered() < orders) {
      if (Instant.now().isAfter(limit)) {
        throw new BenchException("%d of %d orders were delivered within %d s".formatted(delivered(), orders, patience.toSeconds()));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private CompletableFuture<Instant> confirmation(String orderId) {
    return confirmed.computeIfAbsent(orderId, id -> new CompletableFuture<>());
  }
}
