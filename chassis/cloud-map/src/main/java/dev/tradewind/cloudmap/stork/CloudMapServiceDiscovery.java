package dev.tradewind.cloudmap.stork;

import dev.tradewind.cloudmap.Discovery;
import dev.tradewind.cloudmap.Instance;
import io.smallrye.mutiny.Uni;
import io.smallrye.stork.api.ServiceDiscovery;
import io.smallrye.stork.api.ServiceInstance;
import io.smallrye.stork.utils.ServiceInstanceIds;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The instances of a service as Stork sees them: the same place keeps its number, by which load balancers remember it. */
final class CloudMapServiceDiscovery implements ServiceDiscovery {

  /** Twice what a service can have: more are of the past. */
  private static final int MOST_NUMBERS = 2_000;

  private final Map<String, Long> numbers = new ConcurrentHashMap<>();
  private final Discovery discovery;
  private final boolean secure;

  CloudMapServiceDiscovery(Discovery discovery, boolean secure) {
    this.discovery = discovery;
    this.secure = secure;
  }

  @Override
  public Uni<List<ServiceInstance>> getServiceInstances() {
    return discovery.instances().map(this::numbered);
  }

  private List<ServiceInstance> numbered(List<Instance> instances) {
    if (numbers.size() > MOST_NUMBERS) {
      numbers.keySet().retainAll(instances.stream().map(CloudMapServiceDiscovery::place).collect(Collectors.toSet()));
    }
    return instances.stream().map(this::numbered).toList();
  }

  private ServiceInstance numbered(Instance instance) {
    long number = numbers.computeIfAbsent(place(instance), place -> ServiceInstanceIds.next());
    return new CloudMapServiceInstance(number, instance, secure, () -> discovery.unreachable(instance));
  }

  private static String place(Instance instance) {
    return instance.id() + " " + instance.address();
  }
}
