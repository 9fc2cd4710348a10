package dev.tradewind.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smallrye.mutiny.Uni;
import io.smallrye.stork.api.Service;
import io.smallrye.stork.api.ServiceInstance;
import io.smallrye.stork.impl.DefaultServiceInstance;
import io.smallrye.stork.impl.RoundRobinLoadBalancer;
import io.smallrye.stork.integration.DefaultStorkInfrastructure;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which instance is called. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StorkPlacesTest {

  @Test
  void each_attempt_takes_an_instance_that_was_not_tried_until_none_is_left() {
    var places = new StorkPlaces(service(instance(1), instance(2), instance(3)));
    var tried = new HashSet<Long>();
    for (int i = 0; i < 3; i++) {
      assertThat(tried.add(next(places, tried).id())).isTrue();
    }
    assertThat(next(places, tried).id()).isBetween(1L, 3L);
  }

  @Test
  void first_attempts_are_spread() {
    var places = new StorkPlaces(service(instance(1), instance(2)));

    assertThat(IntStream.range(0, 10).mapToObj(i -> next(places, Set.of()).id())).containsOnly(1L, 2L)
        .satisfies(ids -> assertThat(ids.stream().filter(id -> id.equals(1L))).hasSize(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8081", "ftp://orders", "http:/", "http://orders/base", "http://orders?a=b", "orders"})
  void a_url_that_is_none_stops_the_start_and_names_the_setting(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> FixedPlace.at(URI.create(url), "tradewind.upstream.orders.url"))
        .withMessageContaining("tradewind.upstream.orders.url is a URL such as http://localhost:8081");
  }

  @Test
  void a_url_says_port_and_scheme_or_leaves_them_to_the_usual_ones() {
    assertThat(at("http://orders")).extracting(Place::host, Place::port, Place::secure).containsExactly("orders", 80, false);
    assertThat(at("https://orders/")).extracting(Place::port, Place::secure).containsExactly(443, true);
    assertThat(at("http://orders:8081").port()).isEqualTo(8081);
  }

  private static Place at(String url) {
    return FixedPlace.at(URI.create(url), "tradewind.upstream.orders.url").place();
  }

  private static Place next(StorkPlaces places, Set<Long> tried) {
    return places.next(tried).await().indefinitely();
  }

  private static ServiceInstance instance(long id) {
    return new DefaultServiceInstance(id, "host-" + id, 8080, Optional.empty(), false);
  }

  private static Service service(ServiceInstance... instances) {
    return new Service("orders", "round-robin", "fixed", new DefaultStorkInfrastructure().getObservationCollector(), new RoundRobinLoadBalancer(),
        () -> Uni.createFrom().item(List.of(instances)), null, false);
  }
}
