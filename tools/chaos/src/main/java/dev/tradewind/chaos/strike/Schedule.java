package dev.tradewind.chaos.strike;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** What is done when. The same seed makes the same schedule. */
public final class Schedule {

  private static final Duration SHORTEST_STOP = Duration.ofSeconds(1);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

  /**
   * How often what is done.
   *
   * @param killsPerMinute of services
   * @param stopsPerMinute of services
   * @param restartsPerMinute of the cloud
   */
  public record Pace(double killsPerMinute, double stopsPerMinute, double restartsPerMinute) {

    public Pace {
      if (killsPerMinute < 0 || stopsPerMinute < 0 || restartsPerMinute < 0) {
        throw new IllegalArgumentException("none of kills, stops and restarts a minute may be negative: %s, %s, %s"
            .formatted(killsPerMinute, stopsPerMinute, restartsPerMinute));
      }
    }
  }

  private Schedule() {}

  /**
   * Strikes in the order in which they happen.
   *
   * @param services that are killed and stopped
   * @param cloud that is restarted
   */
  public static List<Strike> of(long seed, Duration length, Pace pace, List<String> services, String cloud) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Strike> strikes = new ArrayList<>();
    strikes.addAll(spread(random.split(), length, pace.killsPerMinute(), (at, r) -> new Strike.Kill(at, services.get(r.nextInt(services.size())))));
    strikes.addAll(spread(random.split(), length, pace.stopsPerMinute(), (at, r) -> new Strike.Stop(at, services.get(r.nextInt(services.size())),
        Duration.ofMillis(r.nextLong(SHORTEST_STOP.toMillis(), LONGEST_STOP.toMillis() + 1)))));
    strikes.addAll(spread(random.split(), length, pace.restartsPerMinute(), (at, r) -> new Strike.Restart(at, cloud)));
    strikes.sort(Comparator.comparing(Strike::at));
    return List.copyOf(strikes);
  }

  /** So many a minute, each at any moment of its own share of the time. */
  private static List<Strike> spread(
      SplittableRandom random, Duration length, double perMinute, BiFunction<Duration, SplittableRandom, Strike> strike) {
    List<Strike> strikes = new ArrayList<>();
    long count = Math.round(perMinute * length.toMillis() / 60_000.0);
    for (long i = 0; i < count; i++) {
      Duration at = Duration.ofMillis((long) (length.toMillis() * (i + random.nextDouble()) / count));
      strikes.add(strike.apply(at, random));
    }
    return strikes;
  }
}
