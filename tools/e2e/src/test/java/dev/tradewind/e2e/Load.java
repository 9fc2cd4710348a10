package dev.tradewind.e2e;

import dev.tradewind.e2e.Http.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Customers who place orders at the same time. One who gets no answer repeats the request under its key until there is one. */
final class Load implements AutoCloseable {

  private static final Duration BETWEEN_COUNTS = Duration.ofMillis(5);

  private final OrdersApi orders;
  private final ExecutorService customers;
  private final Queue<Order> accepted = new ConcurrentLinkedQueue<>();
  private final List<Future<Order>> placed;

  /** Begins at once. */
  Load(OrdersApi orders, Collection<NewOrder> wanted, int concurrency) {
    this.orders = orders;
    this.customers = Executors.newFixedThreadPool(concurrency);
    this.placed = wanted.stream().map(order -> customers.submit(() -> place(order))).toList();
  }

  /** How many orders were accepted so far. */
  int accepted() {
    return accepted.size();
  }

  void awaitAccepted(int count) {
    Stage.eventually().pollInterval(BETWEEN_COUNTS).until(() -> accepted() >= count);
  }

  /** All of them, once the last one is accepted. */
  List<Order> all() {
    return placed.stream().map(Load::get).toList();
  }

  private Order place(NewOrder order) {
    Answer answer = Stage.eventually().ignoreException(UncheckedIOException.class)
        .until(() -> orders.post(order), got -> got.status() == 202);
    Order placedOrder = new Order(answer.json().path("orderId").asText(), order);
    accepted.add(placedOrder);
    return placedOrder;
  }

  private static Order get(Future<Order> future) {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      throw new AssertionError("an order was never accepted", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    customers.close();
  }
}
