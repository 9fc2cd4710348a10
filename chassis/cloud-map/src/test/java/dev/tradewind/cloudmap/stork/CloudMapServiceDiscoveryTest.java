package dev.tradewind.cloudmap.stork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.cloudmap.Attributes;
import dev.tradewind.cloudmap.Directory;
import dev.tradewind.cloudmap.Discovery;
import dev.tradewind.cloudmap.DiscoveryObserver;
import dev.tradewind.cloudmap.DiscoverySettings;
import dev.tradewind.cloudmap.Entry;
import dev.tradewind.cloudmap.Listing;
import dev.tradewind.cloudmap.ServiceName;
import io.smallrye.mutiny.Uni;
import io.smallrye.stork.api.ServiceInstance;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloudMapServiceDiscoveryTest {

  private final CloudMapServiceDiscovery services = new CloudMapServiceDiscovery(
      new Discovery(new Two(), new ServiceName("tradewind", "orders"), DiscoverySettings.DEFAULTS, DiscoveryObserver.NONE), true);

  private static final class Two implements Directory {

    @Override
    public Uni<Listing> discover(ServiceName service) {
      return Uni.createFrom().item(new Listing(1, List.of(entry("one"), entry("two"))));
    }

    @Override
    public Uni<Long> revision(ServiceName service) {
      return Uni.createFrom().item(1L);
    }

    private static Entry entry(String id) {
      return new Entry(id, Map.of(Attributes.IPV4, "10.0.0.1", Attributes.PORT, id.equals("one") ? "8081" : "8082", Attributes.VERSION, "1.2"));
    }
  }

  private List<ServiceInstance> instances() {
    return services.getServiceInstances().await().indefinitely();
  }

  @Test
  void an_instance_says_where_it_is_and_what_it_said_about_itself() {
    assertThat(instances()).hasSize(2).allSatisfy(instance -> {
      assertThat(instance.getHost()).isEqualTo("10.0.0.1");
      assertThat(instance.getPort()).isIn(8081, 8082);
      assertThat(instance.isSecure()).isTrue();
      assertThat(instance.getLabels()).containsEntry(Attributes.VERSION, "1.2");
      assertThat(instance.getPath()).isEmpty();
    });
  }

  @Test
  void a_place_keeps_its_number() {
    var before = instances().stream().map(ServiceInstance::getId).toList();
    assertThat(before).doesNotHaveDuplicates();
    assertThat(instances().stream().map(ServiceInstance::getId)).isEqualTo(before);
  }

  static Stream<Throwable> nobodyThere() {
    return Stream.of(new ConnectException("refused"), new NoRouteToHostException("none"), new CompletionException(new ConnectException("refused")));
  }

  @ParameterizedTest
  @MethodSource("nobodyThere")
  void where_nobody_was_found_nobody_is_called_for_a_while(Throwable failure) {
    var first = instances().getFirst();
    assertThat(first.gatherStatistics()).isTrue();
    first.recordStart(true);
    first.recordEnd(failure);
    assertThat(instances()).hasSize(1).noneMatch(instance -> instance.getId() == first.getId());
  }

  @Test
  void who_answers_badly_or_well_is_still_there() {
    var first = instances().getFirst();
    first.recordReply();
    first.recordEnd(null);
    first.recordEnd(new IOException("reset"));
    first.recordEnd(new TimeoutException());
    assertThat(instances()).hasSize(2);
  }
}
