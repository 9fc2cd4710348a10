package dev.tradewind.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is measured.
 *
 * @param runs how often, each time on fresh processes
 * @param window how long each measurement lasts
 * @param rates orders a second under steady load, lowest first
 * @param contenders who is measured
 * @param quick whether only the bench itself is tried
 * @param out where results.json, README.md and the picture go
 */
record Settings(int runs, Duration window, List<Integer> rates, List<Contender> contenders, boolean quick, Path out) {

  static final int MOST_RUNS = 50;
  static final int LONGEST_SECONDS = 600;
  static final int HIGHEST_RATE = 1_000;
  private static final int WARM_UP_ORDERS = 600;
  private static final int QUICK_SECONDS = 5;
  private static final int QUICK_RATE = 5;

  Settings {
    if (runs < 1 || runs > MOST_RUNS) {
      throw new IllegalArgumentException("--runs must be from 1 to " + MOST_RUNS + ", not " + runs);
    }
    if (window.toSeconds() < 5 || window.toSeconds() > LONGEST_SECONDS) {
      throw new IllegalArgumentException("--seconds must be from 5 to " + LONGEST_SECONDS + ", not " + window.toSeconds());
    }
    if (rates.isEmpty() || rates.stream().anyMatch(rate -> rate < 1 || rate > HIGHEST_RATE)) {
      throw new IllegalArgumentException("--rates must be numbers from 1 to %d orders a second, such as 5,10,20, not %s".formatted(HIGHEST_RATE, rates));
    }
    if (contenders.isEmpty()) {
      throw new IllegalArgumentException("contenders must name at least one");
    }
    rates = rates.stream().distinct().sorted().toList();
    contenders = List.copyOf(contenders);
  }

  /** As short as it gets, to see that the bench works: the figures are worth little. */
  static Settings quick(List<Contender> contenders, Path out) {
    return new Settings(1, Duration.ofSeconds(QUICK_SECONDS), List.of(QUICK_RATE), contenders, true, out);
  }

  /** Before anything is measured, at least this long. */
  Duration warmUp() {
    return quick ? Duration.ofSeconds(QUICK_SECONDS) : window.dividedBy(2).plusSeconds(10);
  }

  /** And at least so many orders, because a JVM becomes itself by work and not by time: otherwise the slower would also be the colder. */
  int warmUpOrders() {
    return quick ? 1 : WARM_UP_ORDERS;
  }

  /** For each number of orders in flight that is tried on the way to the best. */
  Duration probe() {
    return window.dividedBy(6).plusSeconds(2);
  }

  /** The command that does the same again. */
  String command() {
    String peer = contenders.contains(Contender.PEER) ? "" : " --no-peer";
    return quick ? "./tradewind bench --quick" + peer : "./tradewind bench --runs %d --seconds %d --rates %s%s".formatted(runs, window.toSeconds(),
        rates.stream().map(Object::toString).collect(Collectors.joining(",")), peer);
  }
}
