package dev.tradewind.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is measured of those who read the events.
 *
 * @param runs how often, each time on fresh processes
 * @param window how long each measurement under load lasts
 * @param rate orders a second
 * @param events how many events of orders the archive holds at each replay, fewest first
 * @param quick whether only the bench itself is tried
 * @param out where results.json and README.md go
 */
record ReadersSettings(int runs, Duration window, int rate, List<Integer> events, boolean quick, Path out) {

  private static final int MOST_EVENTS = 10_000_000;
  private static final int QUICK_SECONDS = 5;
  private static final int QUICK_RATE = 3;
  private static final int WARM_UP_ORDERS = 600;
  private static final int FOLLOWED_A_SECOND = 4;

  ReadersSettings {
    if (runs < 1 || runs > Settings.MOST_RUNS) {
      throw new IllegalArgumentException("--runs must be from 1 to %d, not %d".formatted(Settings.MOST_RUNS, runs));
    }
    if (window.toSeconds() < QUICK_SECONDS || window.toSeconds() > Settings.LONGEST_SECONDS) {
      throw new IllegalArgumentException("--seconds must be from %d to %d, not %d".formatted(
          QUICK_SECONDS, Settings.LONGEST_SECONDS, window.toSeconds()));
    }
    if (rate < 1 || rate > Settings.HIGHEST_RATE) {
      throw new IllegalArgumentException("--rate must be from 1 to %d orders a second, not %d".formatted(Settings.HIGHEST_RATE, rate));
    }
    if (events.isEmpty() || events.stream().anyMatch(count -> count < 1 || count > MOST_EVENTS)) {
      throw new IllegalArgumentException("--events must be numbers from 1 to %d, such as 20000,200000, not %s".formatted(MOST_EVENTS, events));
    }
    events = events.stream().distinct().sorted().toList();
  }

  /** As short as it gets, to see that the bench works: the figures are worth little. */
  static ReadersSettings quick(Path out) {
    return new ReadersSettings(1, Duration.ofSeconds(QUICK_SECONDS), QUICK_RATE, List.of(2_000), true, out);
  }

  /** Before anything is measured, at least this long. */
  Duration warmUp() {
    return quick ? Duration.ofSeconds(QUICK_SECONDS) : Duration.ofSeconds(20);
  }

  /** And at least so many orders. */
  int warmUpOrders() {
    return quick ? 1 : WARM_UP_ORDERS;
  }

  /** One of so many orders is followed: some a second, because every open stream costs the read side reads. */
  int followEvery() {
    return Math.max(1, rate / FOLLOWED_A_SECOND);
  }

  /** The command that does the same again. */
  String command() {
    return quick ? "./tradewind bench readers --quick" : "./tradewind bench readers --runs %d --seconds %d --rate %d --events %s".formatted(
        runs, window.toSeconds(), rate, events.stream().map(Object::toString).collect(Collectors.joining(",")));
  }
}
