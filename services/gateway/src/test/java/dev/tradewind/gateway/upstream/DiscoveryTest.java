package dev.tradewind.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.stork.Stork;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Where services are looked for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DiscoveryTest {

  private static final String URL = "tradewind.upstream.orders.url";
  private static final Map<String, String> SETTINGS = Map.of(
      URL, "http://orders.mesh:8081", "tradewind.aws.region", "us-east-1", "tradewind.aws.endpoint", "http://127.0.0.1:4566");

  @BeforeEach
  void stork_knows_nothing() {
    Stork.initialize();
  }

  @AfterEach
  void forget() {
    Stork.shutdown();
  }

  @Test
  void without_a_namespace_they_are_at_their_urls() {
    assertThat(places(Optional.empty())).isInstanceOfSatisfying(FixedPlace.class, fixed -> assertThat(fixed.place().host()).isEqualTo("orders.mesh"));
  }

  @Test
  void with_one_they_are_in_cloud_map() {
    assertThat(places(Optional.of("tradewind"))).isInstanceOf(StorkPlaces.class);
    assertThat(Stork.getInstance().getService("orders").getServiceDiscovery().getClass().getPackageName()).isEqualTo("dev.tradewind.cloudmap.stork");
  }

  @Test
  void a_url_that_is_missing_stops_the_start_and_is_named() {
    assertThatThrownBy(() -> places(Map.of(), Optional.empty())).hasMessageContaining(URL);
  }

  private static Places places(Optional<String> namespace) {
    return places(SETTINGS, namespace);
  }

  private static Places places(Map<String, String> settings, Optional<String> namespace) {
    var config = new SmallRyeConfigBuilder().withDefaultValues(settings).build();
    return new Discovery(config, namespace).places(Service.ORDERS, URL);
  }
}
