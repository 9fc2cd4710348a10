package dev.tradewind.cloudmap.aws;

import dev.tradewind.cloudmap.Directory;
import dev.tradewind.cloudmap.Entry;
import dev.tradewind.cloudmap.Listing;
import dev.tradewind.cloudmap.ServiceName;
import io.smallrye.mutiny.Uni;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryAsyncClient;
import software.amazon.awssdk.services.servicediscovery.model.DiscoverInstancesResponse;
import software.amazon.awssdk.services.servicediscovery.model.HealthStatusFilter;

/** Asks Cloud Map. Where it watches health, it gives the healthy instances, or all when none is. */
public final class CloudMapDirectory implements Directory {

  /** As many as a service can have; without it, 100 are given. */
  private static final int ALL = 1_000;

  private final ServiceDiscoveryAsyncClient client;

  /** @param client closed by whoever made it */
  public CloudMapDirectory(ServiceDiscoveryAsyncClient client) {
    this.client = client;
  }

  @Override
  public Uni<Listing> discover(ServiceName service) {
    return Uni.createFrom().completionStage(() -> client.discoverInstances(ask -> ask
        .namespaceName(service.namespace())
        .serviceName(service.name())
        .maxResults(ALL)
        .healthStatus(HealthStatusFilter.HEALTHY_OR_ELSE_ALL))).map(CloudMapDirectory::listing);
  }

  @Override
  public Uni<Long> revision(ServiceName service) {
    return Uni.createFrom().completionStage(() -> client.discoverInstancesRevision(ask -> ask
        .namespaceName(service.namespace())
        .serviceName(service.name()))).map(answer -> answer.instancesRevision());
  }

  private static Listing listing(DiscoverInstancesResponse answer) {
    return new Listing(answer.instancesRevision(), answer.instances().stream().map(each -> new Entry(each.instanceId(), each.attributes())).toList());
  }
}
