package dev.tradewind.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is measured.
 *
 * @param window how long each measurement lasts
 * @param rate orders a second in the steady measurement
 * @param out where results.json and README.md go
 */
record Settings(Duration window, int rate, Path out) {

  static final int LONGEST_SECONDS = 600;
  static final int HIGHEST_RATE = 1_000;

  Settings {
    if (window.toSeconds() < 5 || window.toSeconds() > LONGEST_SECONDS) {
      throw new IllegalArgumentException("--seconds must be from 5 to " + LONGEST_SECONDS + ", not " + window.toSeconds());
    }
    if (rate < 1 || rate > HIGHEST_RATE) {
      throw new IllegalArgumentException("--rate must be from 1 to " + HIGHEST_RATE + " orders a second, not " + rate);
    }
  }

  /** Before anything is measured: a JVM needs some thousand orders to become itself. */
  Duration warmUp() {
    return window.dividedBy(2).plusSeconds(10);
  }

  /** For each number of orders in flight that is tried on the way to the best. */
  Duration probe() {
    return window.dividedBy(6).plusSeconds(2);
  }

  /** The command that does the same again. */
  String command() {
    return "./tradewind bench --seconds %d --rate %d".formatted(window.toSeconds(), rate);
  }
}
