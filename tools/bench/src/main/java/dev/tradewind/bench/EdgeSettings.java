package dev.tradewind.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What is measured of the gateway.
 *
 * @param runs each on fresh processes, 1 to 50
 * @param window how long each measurement lasts each time
 * @param rounds how often each is made, in turn with the others
 * @param rate reads a second where direct and through the gateway are compared
 * @param clients who read as fast as they get answers
 * @param overload what is offered, in shares of about the capacity
 * @param quick whether the figures are worth little
 * @param out where the results go
 */
record EdgeSettings(int runs, Duration window, int rounds, int rate, int clients, List<Double> overload, boolean quick, Path out) {

  private static final int MOST_RUNS = 50;
  private static final List<Double> STEPS = List.of(0.5, 0.8, 1.0, 1.5, 2.0, 3.0);

  EdgeSettings {
    within("--runs", runs, MOST_RUNS);
    within("--seconds", window.toSeconds(), 600);
    within("--rate", rate, 10_000);
  }

  static EdgeSettings of(int runs, int seconds, int rate, Path out) {
    return new EdgeSettings(runs, Duration.ofSeconds(seconds), 5, rate, 32, STEPS, false, out);
  }

  static EdgeSettings quick(Path out) {
    return new EdgeSettings(1, Duration.ofSeconds(2), 1, 20, 8, List.of(0.5, 1.5, 3.0), true, out);
  }

  private static void within(String option, long value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException("%s is %d; expected 1 to %d".formatted(option, value, most));
    }
  }

  String command() {
    return quick ? "./tradewind bench edge --quick"
        : "./tradewind bench edge --runs %d --seconds %d --rate %d".formatted(runs, window.toSeconds(), rate);
  }
}
