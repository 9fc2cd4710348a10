package dev.tradewind.chaos;

import dev.tradewind.chaos.strike.Schedule.Pace;
import java.time.Duration;
import java.util.List;

/**
 * What is done to the platform.
 *
 * @param length how long it goes on
 * @param warmUp how long orders are placed before it begins
 * @param seed of orders, faults and strikes
 * @param rate orders a second
 * @param pace of strikes
 * @param victims services that are struck
 * @param quick whether it is the short form
 */
record Settings(Duration length, Duration warmUp, long seed, double rate, Pace pace, List<String> victims, boolean quick) {

  static final double KILLS_PER_MINUTE = 15;
  static final double RATE = 4;

  private static final double STOPS_FOR_A_KILL = 0.2;
  private static final double RESTARTS_PER_MINUTE = 0.3;
  private static final double MOST_PER_SECOND = 200;
  private static final double MOST_KILLS = 120;
  private static final Duration LONGEST = Duration.ofHours(24);

  Settings {
    if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "--minutes must be more than 0 and at most %d, not %s".formatted(LONGEST.toMinutes(), length.toMillis() / 60e3));
    }
    if (!(rate > 0 && rate <= MOST_PER_SECOND)) {
      throw new IllegalArgumentException("--rate must be more than 0 and at most %.0f orders a second, not %s".formatted(MOST_PER_SECOND, rate));
    }
    if (!(pace.killsPerMinute() >= 0 && pace.killsPerMinute() <= MOST_KILLS)) {
      throw new IllegalArgumentException("--kills-per-minute must be from 0 to %.0f, not %s".formatted(MOST_KILLS, pace.killsPerMinute()));
    }
    victims = List.copyOf(victims);
    for (String victim : victims) {
      if (!Rig.allServices().contains(victim)) {
        throw new IllegalArgumentException("--only %s: there is no such service; there are %s".formatted(victim, String.join(", ", Rig.allServices())));
      }
    }
  }

  /** @param only services that are struck; empty means all */
  static Settings of(double minutes, long seed, double rate, double killsPerMinute, List<String> only) {
    return new Settings(Duration.ofMillis((long) (minutes * 60_000)), Duration.ofSeconds(15), seed, rate,
        new Pace(killsPerMinute, killsPerMinute * STOPS_FOR_A_KILL, RESTARTS_PER_MINUTE), only.isEmpty() ? Rig.allServices() : only, false);
  }

  /** A minute of everything: about two minutes in all. */
  static Settings quick(long seed) {
    return new Settings(Duration.ofSeconds(50), Duration.ofSeconds(8), seed, RATE, new Pace(KILLS_PER_MINUTE, 5, 1.2), Rig.allServices(), true);
  }

  /** The command that does the same again, as far as the machine lets it. */
  String command() {
    if (quick) {
      return "./tradewind chaos --quick --seed " + seed;
    }
    var only = victims.equals(Rig.allServices()) ? "" : " --only " + String.join(",", victims);
    return "./tradewind chaos --minutes %s --seed %d --rate %s --kills-per-minute %s%s".formatted(
        number(length.toMillis() / 60e3), seed, number(rate), number(pace.killsPerMinute()), only);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(Math.round(value * 100) / 100.0);
  }
}
