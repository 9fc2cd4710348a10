package dev.tradewind.cloudmap.stork;

import dev.tradewind.cloudmap.DiscoverySettings;
import dev.tradewind.cloudmap.ServiceName;
import io.smallrye.stork.utils.DurationUtils;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.regions.Region;

/** What the configuration of a service in Stork says. */
record StorkSettings(ServiceName service, DiscoverySettings discovery, boolean secure, Optional<Region> region, Optional<URI> endpoint) {

  /** @throws IllegalArgumentException naming the service and what is wrong */
  static StorkSettings of(CloudMapConfiguration config, String storkName) {
    return in(storkName, () -> new StorkSettings(
        new ServiceName(config.getNamespace(), set(config.getService()).orElse(storkName)),
        discovery(config),
        Boolean.parseBoolean(config.getSecure()),
        set(config.getRegion()).map(Region::of),
        set(config.getEndpoint()).map(URI::create)));
  }

  private static DiscoverySettings discovery(CloudMapConfiguration config) {
    return new DiscoverySettings(
        duration("refresh-period", config.getRefreshPeriod()),
        duration("longest-age", config.getLongestAge()),
        duration("timeout", config.getTimeout()),
        duration("believe-empty-after", config.getBelieveEmptyAfter()),
        duration("silent-after", config.getSilentAfter()),
        duration("avoid-for", config.getAvoidFor()),
        set(config.getZone()),
        number("enough-in-zone", config.getEnoughInZone()));
  }

  private static Duration duration(String name, String value) {
    try {
      return DurationUtils.parseDuration(value, name);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException("%s is a time such as 5s, 2m or 0.5s, but is '%s'".formatted(name, value), e);
    }
  }

  private static int number(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s is a whole number, but is '%s'".formatted(name, value), e);
    }
  }

  private static Optional<String> set(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  private static <T> T in(String storkName, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("service discovery cloud-map of the Stork service %s: %s".formatted(storkName, e.getMessage()), e);
    }
  }
}
