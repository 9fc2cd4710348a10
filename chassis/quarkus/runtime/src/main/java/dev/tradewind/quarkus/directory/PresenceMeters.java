package dev.tradewind.quarkus.directory;

import dev.tradewind.cloudmap.RegistrationObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts heartbeats: {@code tradewind_directory_heartbeats_total}, by whether Cloud Map took them. */
@Singleton
class PresenceMeters implements RegistrationObserver {

  private static final String HEARTBEATS = "tradewind.directory.heartbeats";

  private final Counter taken;
  private final Counter missed;

  PresenceMeters(MeterRegistry meters) {
    taken = meters.counter(HEARTBEATS, "outcome", "taken");
    missed = meters.counter(HEARTBEATS, "outcome", "missed");
  }

  @Override
  public void beaten() {
    taken.increment();
  }

  @Override
  public void missed(Throwable failure) {
    missed.increment();
  }
}
