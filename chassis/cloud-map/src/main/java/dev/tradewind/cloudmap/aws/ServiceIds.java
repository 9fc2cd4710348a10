package dev.tradewind.cloudmap.aws;

import dev.tradewind.cloudmap.ServiceName;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryAsyncClient;
import software.amazon.awssdk.services.servicediscovery.model.ListNamespacesResponse;
import software.amazon.awssdk.services.servicediscovery.model.ListServicesResponse;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceFilterName;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceSummary;
import software.amazon.awssdk.services.servicediscovery.model.ServiceFilterName;
import software.amazon.awssdk.services.servicediscovery.model.ServiceSummary;

/** Finds the id of a service by its name: registering asks for the one, discovering for the other. */
final class ServiceIds {

  private final ServiceDiscoveryAsyncClient client;

  ServiceIds(ServiceDiscoveryAsyncClient client) {
    this.client = client;
  }

  /** @return fails, saying what is missing, when there is no such service */
  Uni<String> find(ServiceName service) {
    return first("namespace " + service.namespace(), () -> client.listNamespacesPaginator(list -> list
        .filters(filter -> filter.name(NamespaceFilterName.NAME).values(service.namespace())))
        .flatMapIterable(ListNamespacesResponse::namespaces)
        .filter(namespace -> namespace.name().equals(service.namespace())).map(NamespaceSummary::id))
        .chain(namespace -> first("service " + service, () -> client.listServicesPaginator(list -> list
            .filters(filter -> filter.name(ServiceFilterName.NAMESPACE_ID).values(namespace)))
            .flatMapIterable(ListServicesResponse::services)
            .filter(each -> each.name().equals(service.name())).map(ServiceSummary::id)));
  }

  private static Uni<String> first(String what, Supplier<SdkPublisher<String>> ids) {
    return Uni.createFrom().completionStage(() -> all(ids.get())).map(found -> found.stream().findFirst()
        .orElseThrow(() -> new IllegalStateException("Cloud Map has no %s in this account and region: create it".formatted(what))));
  }

  private static CompletableFuture<List<String>> all(SdkPublisher<String> ids) {
    var found = new ConcurrentLinkedQueue<String>();
    return ids.subscribe(found::add).thenApply(done -> List.copyOf(found));
  }
}
