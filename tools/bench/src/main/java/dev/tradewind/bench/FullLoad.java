package dev.tradewind.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many customers, each of whom places the next order when the last one was confirmed (a closed loop): always as many in flight. */
final class FullLoad implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<Long>> served = new ArrayList<>();
  private volatile boolean closing;
  private volatile Latencies accept = new Latencies();
  private volatile Latencies confirmed = new Latencies();

  /** Begins at once. */
  FullLoad(Rig rig, OrderMix mix, Journeys journeys, int inFlight) {
    for (int i = 0; i < inFlight; i++) {
      served.add(customers.submit(() -> {
        long orders = 0;
        while (!closing) {
          Instant sent = Instant.now();
          String id = rig.place(mix.next());
          accept.add(Duration.between(sent, Instant.now()));
          confirmed.add(Duration.between(sent, journeys.awaitConfirmed(id, PATIENCE)));
          orders++;
        }
        return orders;
      }));
    }
  }

  /** Forgets what was measured so far. */
  void begin() {
    accept = new Latencies();
    confirmed = new Latencies();
  }

  Latencies.Percentiles accept() {
    return accept.percentiles();
  }

  Latencies.Percentiles confirmed() {
    return confirmed.percentiles();
  }

  /** Lets everyone finish the order they have. Tells how many orders there were. */
  long finish() throws InterruptedException {
    closing = true;
    long orders = 0;
    for (Future<Long> customer : served) {
      try {
        orders += customer.get();
      } catch (ExecutionException failed) {
        throw new BenchException("a customer gave up: " + failed.getCause().getMessage());
      }
    }
    return orders;
  }

  @Override
  public void close() {
    closing = true;
    customers.shutdownNow();
  }
}
