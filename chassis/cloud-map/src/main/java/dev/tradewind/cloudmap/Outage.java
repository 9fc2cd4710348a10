package dev.tradewind.cloudmap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** While the registry cannot be asked: one line when it begins and one when it ends, however many questions fail between. */
final class Outage {

  private static final Logger LOG = Logger.getLogger("tradewind.cloud-map");

  private final ServiceName service;
  private final InstantSource clock;
  private Optional<Instant> since = Optional.empty();

  Outage(ServiceName service, InstantSource clock) {
    this.service = service;
    this.clock = clock;
  }

  void failed(Throwable failure, int known) {
    if (since.isEmpty()) {
      since = Optional.of(clock.instant());
      LOG.warnf("registry-unreachable service=%s known=%d reason=%s: those known are called until it answers", service, known, failure);
    }
  }

  void answered() {
    since.ifPresent(begin -> LOG.infof("registry-reachable service=%s after=%s", service, Duration.between(begin, clock.instant())));
    since = Optional.empty();
  }
}
