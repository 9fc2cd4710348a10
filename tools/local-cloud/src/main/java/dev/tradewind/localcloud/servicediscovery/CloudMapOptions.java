package dev.tradewind.localcloud.servicediscovery;

import java.time.Duration;

/**
 * How slow and how scarce Cloud Map is. AWS is slower than the defaults.
 *
 * @param propagation how long it takes until a registration or deregistration is done and callers discover it; a few seconds on AWS
 * @param health how long it takes until a reported custom health status counts; about 30 seconds on AWS
 * @param discoversPerSecond how many {@code DiscoverInstances} are answered each second; a burst may have twice as many
 * @param revisionsPerSecond how many {@code DiscoverInstancesRevision} are answered each second
 */
public record CloudMapOptions(Duration propagation, Duration health, int discoversPerSecond, int revisionsPerSecond) {

  public static final int DISCOVERS_PER_SECOND = 1_000;
  public static final int REVISIONS_PER_SECOND = 3_000;

  public CloudMapOptions {
    checkDelay("propagation", propagation);
    checkDelay("health", health);
    checkRate("discoversPerSecond", discoversPerSecond);
    checkRate("revisionsPerSecond", revisionsPerSecond);
  }

  /** No delay, and the rates of a new AWS account. */
  public static CloudMapOptions defaults() {
    return new CloudMapOptions(Duration.ZERO, Duration.ZERO, DISCOVERS_PER_SECOND, REVISIONS_PER_SECOND);
  }

  private static void checkDelay(String name, Duration delay) {
    if (delay == null || delay.isNegative()) {
      throw new IllegalArgumentException(name + " of Cloud Map must be a delay of 0 or more, not " + delay);
    }
  }

  private static void checkRate(String name, int rate) {
    if (rate < 1) {
      throw new IllegalArgumentException(name + " of Cloud Map must be 1 or more, not " + rate);
    }
  }
}
