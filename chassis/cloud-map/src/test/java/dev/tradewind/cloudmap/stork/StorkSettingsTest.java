package dev.tradewind.cloudmap.stork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradewind.cloudmap.DiscoverySettings;
import dev.tradewind.cloudmap.ServiceName;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

class StorkSettingsTest {

  private static StorkSettings of(String... more) {
    var parameters = new HashMap<>(Map.of("namespace", "tradewind"));
    for (int each = 0; each < more.length; each += 2) {
      parameters.put(more[each], more[each + 1]);
    }
    return StorkSettings.of(new CloudMapConfiguration(parameters), "orders");
  }

  @Test
  void the_namespace_is_enough() {
    var settings = of();
    assertThat(settings.service()).isEqualTo(new ServiceName("tradewind", "orders"));
    assertThat(settings.discovery()).isEqualTo(DiscoverySettings.DEFAULTS);
    assertThat(settings.secure()).isFalse();
    assertThat(settings.region()).isEmpty();
    assertThat(settings.endpoint()).isEmpty();
  }

  @Test
  void everything_can_be_said() {
    var settings = of("service", "orders-v2", "refresh-period", "2s", "longest-age", "1m", "timeout", "0.5s", "believe-empty-after", "0",
        "silent-after", "20", "avoid-for", "3s", "zone", "eu-central-1a", "enough-in-zone", "4", "secure", "true", "region", "eu-central-1",
        "endpoint", "http://127.0.0.1:4566");
    assertThat(settings.service().name()).isEqualTo("orders-v2");
    assertThat(settings.discovery()).isEqualTo(new DiscoverySettings(Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMillis(500),
        Duration.ZERO, Duration.ofSeconds(20), Duration.ofSeconds(3), Optional.of("eu-central-1a"), 4));
    assertThat(settings.secure()).isTrue();
    assertThat(settings.region()).contains(Region.EU_CENTRAL_1);
    assertThat(settings.endpoint()).contains(URI.create("http://127.0.0.1:4566"));
  }

  @ParameterizedTest
  @CsvSource({
      "refresh-period, soon, refresh-period is a time such as 5s",
      "timeout, 0s, timeout must be longer than nothing",
      "enough-in-zone, some, enough-in-zone is a whole number",
      "enough-in-zone, 0, enoughInZone is 1 or more",
      "namespace, '', namespace must not be blank"})
  void what_is_wrong_is_named_with_its_service(String name, String value, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> of(name, value))
        .withMessageStartingWith("service discovery cloud-map of the Stork service orders: " + message);
  }
}
