package dev.tradewind.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Orders before anything is measured: JVMs become themselves by work and not by time. */
final class WarmUp {

  static final int IN_FLIGHT = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private final Rig rig;
  private final OrderMix mix;
  private final Journeys journeys;
  private final Consumer<String> progress;

  WarmUp(Rig rig, OrderMix mix, Journeys journeys, Consumer<String> progress) {
    this.rig = rig;
    this.mix = mix;
    this.journeys = journeys;
    this.progress = progress;
  }

  /** For at least that long and so many orders. */
  void run(Duration time, int orders) throws InterruptedException {
    progress.accept("warming up for %d s and %d orders".formatted(time.toSeconds(), orders));
    Instant from = Instant.now();
    try (FullLoad load = new FullLoad(rig, mix, journeys, IN_FLIGHT)) {
      Duration passed = Duration.ZERO;
      while (passed.compareTo(time) < 0 || (journeys.confirmed() < orders && passed.compareTo(PATIENCE) < 0)) {
        TimeUnit.MILLISECONDS.sleep(100);
        passed = Duration.between(from, Instant.now());
      }
      load.finish();
    }
  }
}
