package dev.tradewind.cloudmap;

import java.time.Duration;

/**
 * How an instance is registered.
 *
 * @param heartbeat how often it says that it is alive, by registering again
 * @param timeout how long one call may take
 * @param firstPause about how long it waits after a first failure; twice as long after each further one, up to the heartbeat
 * @param farewells how often it tries to deregister before it leaves without
 * @param drain how long it stays after it deregistered, so that callers have looked again: their refresh period and some seconds more
 */
public record RegistrationSettings(Duration heartbeat, Duration timeout, Duration firstPause, int farewells, Duration drain) {

  public static final RegistrationSettings DEFAULTS =
      new RegistrationSettings(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofMillis(500), 5, Duration.ofSeconds(8));

  public RegistrationSettings {
    Check.positive(heartbeat, "heartbeat");
    Check.positive(timeout, "timeout");
    Check.that(Check.positive(firstPause, "firstPause").compareTo(heartbeat) <= 0, "firstPause is at most the heartbeat, but is %s", firstPause);
    Check.that(farewells > 0, "farewells is 1 or more, but is %d", farewells);
    Check.that(!Check.notNull(drain, "drain").isNegative(), "drain is not negative, but is %s", drain);
  }
}
