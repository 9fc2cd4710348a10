package dev.tradewind.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradewind.bench.Latencies.Percentiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Customers who come at their own pace, whether those before them were served or not (an open loop). Every time counts from the moment
 * an order was due to be sent, so that a stall is felt by all who would have come during it.
 */
final class SteadyLoad {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Rig rig;
  private final OrderMix mix;
  private final Journeys journeys;
  private final Consumer<String> accepted;

  SteadyLoad(Rig rig, OrderMix mix, Journeys journeys) {
    this(rig, mix, journeys, orderId -> { });
  }

  /** @param accepted is told the id of each order that was accepted, by many threads */
  SteadyLoad(Rig rig, OrderMix mix, Journeys journeys, Consumer<String> accepted) {
    this.rig = rig;
    this.mix = mix;
    this.journeys = journeys;
    this.accepted = accepted;
  }

  /**
   * What customers saw, in milliseconds.
   *
   * @param accept until the 202
   * @param confirmed until the transaction that confirms the order, by the time written in it
   * @param heard until that news came out of a queue at a listener
   * @param open orders that were due and not confirmed when the last one was due
   */
  record Outcome(int ratePerSecond, long seconds, Percentiles accept, Percentiles confirmed, Percentiles heard, long open) {

    // A backlog that grows by a tenth of the rate is as long as this after 20 s.
    private static final int SECONDS_BEHIND = 2;

    /** Whether no more than two seconds' worth of orders were open at the end. */
    @JsonProperty
    boolean keptUp() {
      return open <= (long) ratePerSecond * SECONDS_BEHIND;
    }
  }

  Outcome run(int rate, Duration window) throws InterruptedException {
    Latencies accept = new Latencies();
    Map<Instant, Future<String>> placed = new LinkedHashMap<>();
    long before = journeys.confirmed();
    long open;
    Instant start = Instant.now();
    try (ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < rate * window.toSeconds(); i++) {
        Instant due = start.plusNanos(i * 1_000_000_000L / rate);
        TimeUnit.NANOSECONDS.sleep(Duration.between(Instant.now(), due).toNanos());
        OrderMix.Order order = mix.next();
        placed.put(due, customers.submit(() -> {
          String id = rig.place(order);
          accept.add(Duration.between(due, Instant.now()));
          accepted.accept(id);
          return id;
        }));
      }
      open = placed.size() - (journeys.confirmed() - before);
    }
    Latencies heard = new Latencies();
    List<Map.Entry<Instant, String>> orders = new ArrayList<>();
    for (Map.Entry<Instant, Future<String>> one : placed.entrySet()) {
      String id = id(one.getValue());
      heard.add(Duration.between(one.getKey(), journeys.awaitConfirmed(id, PATIENCE)));
      orders.add(Map.entry(one.getKey(), id));
    }
    return new Outcome(rate, window.toSeconds(), accept.percentiles(), confirmed(orders), heard.percentiles(), open);
  }

  /** Read when all is over, so that it disturbs nothing. */
  private Percentiles confirmed(List<Map.Entry<Instant, String>> orders) throws InterruptedException {
    Latencies confirmed = new Latencies();
    for (Map.Entry<Instant, String> order : orders) {
      confirmed.add(Duration.between(order.getKey(), rig.confirmedAt(order.getValue())));
    }
    return confirmed.percentiles();
  }

  private static String id(Future<String> placed) throws InterruptedException {
    try {
      return placed.get();
    } catch (ExecutionException failed) {
      throw new BenchException("an order was not accepted: " + failed.getCause().getMessage());
    }
  }
}
