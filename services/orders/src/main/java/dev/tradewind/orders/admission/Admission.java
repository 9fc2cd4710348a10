package dev.tradewind.orders.admission;

import dev.tradewind.quarkus.Problem;
import dev.tradewind.quarkus.QueueWaits;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets no more orders in than can soon be carried out: whoever is told to come back has lost a moment, whoever is accepted into a backlog
 * waits with all before him. Repeats are refused too: an order that was accepted is not lost by that, and finding out costs as much.
 */
@Singleton
public class Admission {

  /** The answers from the others, whose backlog is the orders' own. */
  static final String ANSWERS = "orders-events";

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

  private final SagasUnderWay sagas;
  private final QueueWaits waits;
  private final MeterRegistry meters;
  private final int mostUnderWay;
  private final int underWayAtStart;
  private final int atOnce;
  private final Duration longestWait;
  private final AtomicInteger accepting = new AtomicInteger();

  Admission(
      SagasUnderWay sagas,
      QueueWaits waits,
      MeterRegistry meters,
      @ConfigProperty(name = "tradewind.admission.under-way") int mostUnderWay,
      @ConfigProperty(name = "tradewind.admission.under-way-at-start") int underWayAtStart,
      @ConfigProperty(name = "tradewind.admission.at-once") int atOnce,
      @ConfigProperty(name = "tradewind.admission.longest-wait-millis") long longestWaitMillis) {
    this.sagas = sagas;
    this.waits = waits;
    this.meters = meters;
    this.mostUnderWay = mostUnderWay;
    this.underWayAtStart = underWayAtStart;
    this.atOnce = atOnce;
    this.longestWait = Duration.ofMillis(longestWaitMillis);
  }

  /** Accepts an order, or fails with the problem that says when to come again. */
  public <T> Uni<T> admit(Supplier<Uni<T>> accept) {
    return Uni.createFrom().deferred(() -> {
      var behind = waits.standing(ANSWERS);
      if (behind.compareTo(longestWait) > 0) {
        return refuse("behind", behind);
      }
      if (sagas.count() >= bound()) {
        return refuse("too-many-under-way", SHORTEST_PAUSE);
      }
      if (accepting.incrementAndGet() > atOnce) {
        accepting.decrementAndGet();
        return refuse("too-many-at-once", SHORTEST_PAUSE);
      }
      return Uni.createFrom().<T>deferred(accept::get).onTermination().invoke(accepting::decrementAndGet);
    });
  }

  /** An instance that has just begun does not know what the one before it left under way: each order of its own that ends shows room for one more. */
  private long bound() {
    return Math.min(mostUnderWay, (long) underWayAtStart + sagas.ended());
  }

  /** As long as it is behind now, it will take at least to be no longer so. */
  private <T> Uni<T> refuse(String why, Duration pause) {
    meters.counter("tradewind.admission", "outcome", "refused", "reason", why).increment();
    return Uni.createFrom().failure(Problem.unavailable("More orders come than can soon be carried out; repeat the request with the same key.",
        pause.compareTo(SHORTEST_PAUSE) > 0 ? pause : SHORTEST_PAUSE));
  }
}
