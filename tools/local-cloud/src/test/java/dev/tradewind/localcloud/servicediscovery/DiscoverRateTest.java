package dev.tradewind.localcloud.servicediscovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DiscoverRateTest {

  private final CloudMap scarce = CloudMap.with(new CloudMapOptions(Duration.ZERO, Duration.ZERO, 5, 3));

  @Test
  void too_many_calls_are_refused_until_time_has_passed() {
    scarce.service(scarce.namespace("shop"), "orders", "");
    IntStream.range(0, 10).forEach(i -> scarce.discover("shop", "orders", ""));
    IntStream.range(0, 3).forEach(i -> scarce.revision("shop", "orders"));
    assertThat(scarce.refused("DiscoverInstances", CloudMap.names("shop", "orders", "")).type()).isEqualTo("RequestLimitExceeded");
    assertThat(scarce.refused("DiscoverInstancesRevision", CloudMap.names("shop", "orders", "")).type()).isEqualTo("RequestLimitExceeded");
    scarce.clock.pass(Duration.ofSeconds(1));
    assertThat(scarce.discover("shop", "orders", "")).isEmpty();
    scarce.revision("shop", "orders");
  }

  @Test
  void calls_of_those_who_register_are_not_counted() {
    var shop = scarce.namespace("shop");
    var orders = scarce.service(shop, "orders", "");
    IntStream.range(0, 50).forEach(i -> scarce.register(orders, "i" + i, "{}"));
    assertThat(scarce.discover("shop", "orders", "")).hasSize(50);
  }
}
