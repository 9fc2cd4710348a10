package dev.tradewind.chaos.load;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** So many customers, each of whom orders again when the last order has ended (a closed loop): what they get is what the platform can do. */
public final class Regulars implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  /** Half a minute: whoever waits longer orders again all the same, so that one order does not hold up the rest. */
  private static final int LOOKS = 600;
  private static final Duration TURNED_AWAY = Duration.ofSeconds(1);

  private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closing;

  /**
   * Begins at once.
   *
   * @param hasEnded tells of an order
   */
  public Regulars(Demand demand, Predicate<String> hasEnded, int count) {
    for (int i = 0; i < count; i++) {
      customers.submit(() -> {
        while (!closing) {
          Optional<String> order = demand.ask();
          if (order.isEmpty()) {
            Thread.sleep(TURNED_AWAY);
          }
          for (int look = 0; look < LOOKS && order.isPresent() && !hasEnded.test(order.get()); look++) {
            Thread.sleep(BETWEEN_LOOKS);
          }
        }
        return demand;
      });
    }
  }

  /** Lets everyone get what was ordered. */
  @Override
  public void close() {
    closing = true;
    customers.close();
  }
}
