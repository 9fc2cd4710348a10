package dev.tradewind.partners.faults;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A window in which a partner is away, in one of the ways partners are away. */
final class Outage {

  enum Mode {
    /** Closes the connection as soon as a request arrives: nothing is done. */
    REFUSE,
    /** Answers 503: nothing is done. */
    ERROR,
    /** Keeps the client waiting until the window ends, then serves it; does nothing for a client that left. */
    HANG,
    /** Does what was asked, and closes the connection instead of answering. */
    LOST;

    static Optional<Mode> named(String name) {
      return Stream.of(values()).filter(mode -> mode.toString().equals(name)).findFirst();
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Mode mode;
  private final Instant until;
  private final Promise<Void> over = Promise.promise();

  Outage(Mode mode, Instant until) {
    this.mode = mode;
    this.until = until;
  }

  Mode mode() {
    return mode;
  }

  Instant until() {
    return until;
  }

  /** Whole seconds until the window ends, at least 1. */
  long secondsLeft(Instant now) {
    return Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
  }

  void end() {
    over.tryComplete();
  }

  Future<Void> over() {
    return over.future();
  }
}
