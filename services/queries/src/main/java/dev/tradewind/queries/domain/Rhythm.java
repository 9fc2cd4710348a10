package dev.tradewind.queries.domain;

import java.time.Duration;

/**
 * How patiently a view is looked at: often while its order is in motion, so that a change is heard of within half a second, and less often when
 * nothing has happened for a while.
 *
 * @param pause before the next look
 * @param silence since the client last heard anything
 */
public record Rhythm(Duration pause, Duration silence) {

  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(1);
  /** From placing to confirming an order, and between the other steps that follow each other by themselves, it takes less. */
  private static final Duration IN_MOTION = Duration.ofSeconds(5);
  /** Shorter than the idle timeouts of proxies and load balancers. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

  /** After a change was seen. */
  public static Rhythm lively() {
    return new Rhythm(FIRST, Duration.ZERO);
  }

  /** After a look that showed nothing new. */
  public Rhythm calmer() {
    var quiet = silence.plus(pause);
    if (pause.equals(FIRST) && quiet.compareTo(IN_MOTION) < 0) {
      return new Rhythm(FIRST, quiet);
    }
    var next = pause.plus(pause);
    return new Rhythm(next.compareTo(LONGEST) > 0 ? LONGEST : next, quiet);
  }

  /** Whether the client should hear that the stream is alive. */
  public boolean isTooQuiet() {
    return silence.compareTo(LONGEST_SILENCE) >= 0;
  }

  /** After the client was told. */
  public Rhythm spoken() {
    return new Rhythm(pause, Duration.ZERO);
  }
}
