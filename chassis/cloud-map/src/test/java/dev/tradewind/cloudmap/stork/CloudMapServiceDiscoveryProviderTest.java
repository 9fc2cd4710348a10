package dev.tradewind.cloudmap.stork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.cloudmap.Attributes;
import dev.tradewind.cloudmap.Directory;
import dev.tradewind.cloudmap.DiscoveryObserver;
import dev.tradewind.cloudmap.Entry;
import dev.tradewind.cloudmap.Listing;
import dev.tradewind.cloudmap.ServiceName;
import io.smallrye.mutiny.Uni;
import io.smallrye.stork.api.ServiceInstance;
import io.smallrye.stork.integration.DefaultStorkInfrastructure;
import io.smallrye.stork.spi.config.SimpleServiceConfig;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

class CloudMapServiceDiscoveryProviderTest {

  private final List<String> asked = new ArrayList<>();
  private final List<Integer> found = new ArrayList<>();

  private final class Given implements Directory {

    @Override
    public Uni<Listing> discover(ServiceName service) {
      asked.add(service.toString());
      return Uni.createFrom().item(new Listing(1, List.of(new Entry("one", Map.of(Attributes.IPV4, "10.0.0.1", Attributes.PORT, "8081")))));
    }

    @Override
    public Uni<Long> revision(ServiceName service) {
      return Uni.createFrom().item(1L);
    }
  }

  private final class Counting implements DiscoveryObserver {

    @Override
    public void found(ServiceName service, int instances) {
      found.add(instances);
    }
  }

  @Test
  void a_directory_that_is_given_is_asked_and_an_observer_hears_of_it() {
    var provider = new CloudMapServiceDiscoveryProvider(new Given(), new Counting());
    var config = new CloudMapConfiguration(Map.of("namespace", "tradewind", "endpoint", "http://127.0.0.1:1"));
    var instances = provider.createServiceDiscovery(config, "orders", new SimpleServiceConfig.Builder().build(), new DefaultStorkInfrastructure())
        .getServiceInstances().await().indefinitely();
    assertThat(instances).extracting(ServiceInstance::getPort).containsExactly(8081);
    assertThat(asked).containsExactly("orders.tradewind");
    assertThat(found).containsExactly(1);
  }

  @Test
  void services_at_the_same_place_share_a_client() {
    var directories = new Directories();
    var here = Optional.of(URI.create("http://127.0.0.1:1"));
    var region = Optional.of(Region.EU_CENTRAL_1);
    assertThat(directories.at(here, region)).isSameAs(directories.at(here, region))
        .isNotSameAs(directories.at(Optional.of(URI.create("http://127.0.0.1:2")), region));
  }
}
