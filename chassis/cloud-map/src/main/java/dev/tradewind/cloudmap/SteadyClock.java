package dev.tradewind.cloudmap;

import java.time.Instant;
import java.time.InstantSource;

/** The time of day when it was made, and from there on the time that has passed: it never jumps when the computer's clock is set. */
final class SteadyClock implements InstantSource {

  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - startNanos);
  }
}
