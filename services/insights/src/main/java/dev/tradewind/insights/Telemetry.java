package dev.tradewind.insights;

import dev.tradewind.core.Commit;
import dev.tradewind.core.Observer;
import dev.tradewind.insights.domain.FraudRule;
import dev.tradewind.insights.domain.SuspicionEvent.Suspected;
import dev.tradewind.insights.reading.Parked;
import dev.tradewind.insights.reading.ReaderName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The metrics that the README tells operators to watch, there from the start, and a log line for each record that was parked. */
@Singleton
@Startup
@Typed(Telemetry.class)
class Telemetry implements Observer {

  private static final Logger LOG = Logger.getLogger("tradewind.insights");

  private final MeterRegistry meters;

  Telemetry(MeterRegistry meters) {
    this.meters = meters;
    Stream.of(ReaderName.values()).forEach(this::parked);
    Stream.of(FraudRule.values()).map(FraudRule::label).forEach(this::suspicions);
  }

  void parked(Parked record) {
    parked(record.reader()).increment();
    LOG.warnf("record-parked reader=%s shard=%s sequence=%s reason=%s: passed over", record.reader().label(), record.shard(),
        record.sequenceNumber(), record.reason());
  }

  @Override
  public void committed(Commit<?> commit) {
    commit.events().stream().filter(Suspected.class::isInstance).map(Suspected.class::cast).forEach(event -> suspicions(event.rule()).increment());
  }

  private Counter parked(ReaderName reader) {
    return meters.counter("tradewind.insights.parked", "reader", reader.label());
  }

  private Counter suspicions(String rule) {
    return meters.counter("tradewind.insights.suspicions", "rule", rule);
  }
}
