package dev.tradewind.chaos.outage;

import dev.tradewind.chaos.load.Demand;
import dev.tradewind.chaos.load.Regulars;
import dev.tradewind.chaos.recovery.Journeys;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The most orders a second that come to an end: more and more regular customers, until more of them bring nothing. */
final class Capacity {

  /** An order takes two seconds until it is delivered, however fast the platform is: so many customers are half as many orders a second. */
  private static final List<Integer> CUSTOMERS = List.of(64, 128, 256);
  private static final double WORTH_IT = 1.1;
  private static final double STILL_WARMING = 1.05;
  private static final int MOST_LOOKS = 10;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Demand demand;
  private final Journeys journeys;
  private final Consumer<String> progress;

  Capacity(Demand demand, Journeys journeys, Consumer<String> progress) {
    this.demand = demand;
    this.journeys = journeys;
    this.progress = progress;
  }

  /**
   * @param warmUp before the first look
   * @param probe how long each look takes
   */
  double measure(Duration warmUp, Duration probe) throws InterruptedException {
    progress.accept("warming up for %d s and more".formatted(warmUp.toSeconds()));
    rate(CUSTOMERS.getFirst(), warmUp);
    double best = warm(CUSTOMERS.getFirst(), probe);
    for (int customers : CUSTOMERS.subList(1, CUSTOMERS.size())) {
      double rate = look(customers, probe);
      if (rate < best * WORTH_IT) {
        return Math.max(rate, best);
      }
      best = rate;
    }
    return best;
  }

  /** Looks until it no longer gets faster by itself: the compilers of many young processes share the processors with the orders. */
  private double warm(int customers, Duration probe) throws InterruptedException {
    double before = 0;
    double rate = look(customers, probe);
    for (int looks = 1; looks < MOST_LOOKS && rate > before * STILL_WARMING; looks++) {
      before = rate;
      rate = look(customers, probe);
    }
    return Math.max(rate, before);
  }

  private double look(int customers, Duration probe) throws InterruptedException {
    double rate = rate(customers, probe);
    progress.accept("capacity: %d regular customers get %.1f orders a second to an end".formatted(customers, rate));
    return rate;
  }

  /** All begin at once and, at first, end at once: it is measured from when everyone has been served, and until that was so once more. */
  private double rate(int customers, Duration time) throws InterruptedException {
    try (Regulars regulars = new Regulars(demand, journeys::hasEnded, customers)) {
      await(customers, Duration.ZERO);
      int before = journeys.ended();
      long began = System.nanoTime();
      await(customers, time);
      return (journeys.ended() - before) / ((System.nanoTime() - began) / 1e9);
    }
  }

  /** Until so many more orders have ended, and so much time is over; not longer than a minute. */
  private void await(int orders, Duration time) throws InterruptedException {
    int before = journeys.ended();
    long began = System.nanoTime();
    for (Duration passed = Duration.ZERO; passed.compareTo(LONGEST) < 0 && (passed.compareTo(time) < 0 || journeys.ended() < before + orders);
        passed = Duration.ofNanos(System.nanoTime() - began)) {
      TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
    }
  }
}
