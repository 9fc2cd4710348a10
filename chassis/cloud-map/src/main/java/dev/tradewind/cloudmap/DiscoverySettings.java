package dev.tradewind.cloudmap;

import java.time.Duration;
import java.util.Optional;

/**
 * How a service is looked for.
 *
 * @param refreshPeriod how old what is known may be before the registry is asked again
 * @param longestAge how old a full answer may be before more than the revision is asked; health changes are seen within this time
 * @param timeout how long a caller waits for the registry at most, when nothing is known or nobody asked for a while
 * @param believeEmptyAfter how long the registry must have said that there is nobody before it is believed
 * @param silentAfter how long an instance may go without a heartbeat before it is taken for dead; three times that of {@link RegistrationSettings}
 * @param avoidFor how long an instance is avoided that a caller could not reach
 * @param zone our availability zone, whose instances are preferred; empty prefers none
 * @param enoughInZone how many there must be in our zone for the others to be left alone
 */
public record DiscoverySettings(Duration refreshPeriod, Duration longestAge, Duration timeout, Duration believeEmptyAfter, Duration silentAfter,
    Duration avoidFor, Optional<String> zone, int enoughInZone) {

  public static final DiscoverySettings DEFAULTS = new DiscoverySettings(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(1),
      Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(10), Optional.empty(), 2);

  public DiscoverySettings {
    Check.positive(refreshPeriod, "refreshPeriod");
    Check.positive(longestAge, "longestAge");
    Check.positive(timeout, "timeout");
    Check.that(!Check.notNull(believeEmptyAfter, "believeEmptyAfter").isNegative(),
        "believeEmptyAfter is not negative, but is %s", believeEmptyAfter);
    Check.that(Check.notNull(silentAfter, "silentAfter").compareTo(refreshPeriod.multipliedBy(2)) >= 0,
        "silentAfter is at least twice the refreshPeriod %s, or heartbeats would be missed, but is %s", refreshPeriod, silentAfter);
    Check.that(!Check.notNull(avoidFor, "avoidFor").isNegative(), "avoidFor is not negative, but is %s", avoidFor);
    zone = Check.notNull(zone, "zone").filter(name -> !name.isBlank());
    Check.that(enoughInZone > 0, "enoughInZone is 1 or more, but is %d", enoughInZone);
  }

  /** The same, with our zone; empty prefers none. */
  public DiscoverySettings in(String ourZone) {
    return new DiscoverySettings(refreshPeriod, longestAge, timeout, believeEmptyAfter, silentAfter, avoidFor, Optional.of(ourZone), enoughInZone);
  }

  /** The same, asking again after another time. */
  public DiscoverySettings refreshingEvery(Duration period) {
    return new DiscoverySettings(period, longestAge, timeout, believeEmptyAfter, silentAfter, avoidFor, zone, enoughInZone);
  }
}
