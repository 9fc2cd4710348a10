package dev.tradewind.queries;

import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.serving.Seats;
import dev.tradewind.queries.serving.ViewObserver;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** One log line for each view that changed, and the metrics that the README tells operators to watch. */
@Singleton
@Startup
class ViewTelemetry implements ViewObserver {

  private static final Logger LOG = Logger.getLogger("tradewind.views");

  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Timer lag;

  ViewTelemetry(MeterRegistry meters, InstantSource clock, Seats seats) {
    this.meters = meters;
    this.clock = clock;
    this.lag = Timer.builder("tradewind.views.lag")
        .description("From a change of an order to the view that shows it").publishPercentiles(0.5, 0.99).register(meters);
    Gauge.builder("tradewind.views.streams", seats, Seats::taken).description("Open streams of changes").register(meters);
  }

  @Override
  public void written(OrderView view) {
    var behind = Duration.between(view.changedAt(), clock.instant());
    lag.record(behind.isNegative() ? Duration.ZERO : behind);
    count("written");
    LOG.infof("written view=%s version=%d state=%s lag-millis=%d", view.orderId(), view.version(), view.order().state(), behind.toMillis());
  }

  @Override
  public void skipped(OrderView view) {
    count("skipped");
    LOG.debugf("skipped view=%s version=%d: this or a later one is there", view.orderId(), view.version());
  }

  private void count(String outcome) {
    meters.counter("tradewind.views.events", "outcome", outcome).increment();
  }
}
