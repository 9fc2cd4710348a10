package dev.tradewind.cloudmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Self self(String id, String host, int port) {
    return new Self(id, host, port, Optional.of("eu-central-1a"), Optional.of("1.2"));
  }

  @Test
  void a_refresh_period_is_longer_than_nothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> DiscoverySettings.DEFAULTS.refreshingEvery(Duration.ZERO))
        .withMessage("refreshPeriod must be longer than nothing, but is PT0S");
  }

  @Test
  void who_looks_too_seldom_would_take_the_living_for_dead() {
    assertThatIllegalArgumentException().isThrownBy(() -> DiscoverySettings.DEFAULTS.refreshingEvery(Duration.ofSeconds(16)))
        .withMessageContaining("silentAfter is at least twice the refreshPeriod PT16S").withMessageContaining("PT30S");
  }

  @Test
  void a_blank_zone_is_none() {
    assertThat(DiscoverySettings.DEFAULTS.in(" ").zone()).isEmpty();
    assertThat(DiscoverySettings.DEFAULTS.in("a").zone()).contains("a");
  }

  @Test
  void the_first_pause_is_not_longer_than_the_heartbeat() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RegistrationSettings(SECOND, SECOND, SECOND.multipliedBy(2), 1, SECOND))
        .withMessageContaining("firstPause is at most the heartbeat");
    assertThatIllegalArgumentException().isThrownBy(() -> new RegistrationSettings(SECOND, SECOND, SECOND, 0, SECOND))
        .withMessageContaining("farewells is 1 or more");
  }

  @Test
  void a_silence_is_three_missed_heartbeats() {
    assertThat(DiscoverySettings.DEFAULTS.silentAfter()).isEqualTo(RegistrationSettings.DEFAULTS.heartbeat().multipliedBy(3));
  }

  @Test
  void what_an_instance_says_about_itself_others_can_read() {
    var entry = self("orders-1", "10.0.0.1", 8080).at(Instant.EPOCH);
    assertThat(Entries.read(entry)).singleElement().satisfies(instance -> {
      assertThat(instance.address()).isEqualTo("10.0.0.1:8080");
      assertThat(instance.zone()).contains("eu-central-1a");
      assertThat(instance.attributes()).containsEntry(Attributes.VERSION, "1.2").containsEntry(Attributes.HEARTBEAT, "1970-01-01T00:00:00Z");
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "ä", "0123456789012345678901234567890123456789012345678901234567890123x"})
  void an_id_that_cloud_map_would_refuse_is_refused_before(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> self(id, "10.0.0.1", 8080)).withMessageStartingWith("id ");
  }

  @Test
  void an_address_that_others_could_not_call_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> self("orders-1", "localhost", 8080))
        .withMessage("others could not call orders-1: attribute AWS_INSTANCE_IPV4 is an IPv4 address, but is 'localhost'");
    assertThatIllegalArgumentException().isThrownBy(() -> self("orders-1", "10.0.0.1", 0)).withMessageContaining("port is from 1 to 65535");
  }

  @Test
  void a_service_has_a_namespace_and_a_name() {
    assertThat(new ServiceName("tradewind", "orders")).hasToString("orders.tradewind");
    assertThatIllegalArgumentException().isThrownBy(() -> new ServiceName(" ", "orders")).withMessage("namespace must not be blank");
  }
}
