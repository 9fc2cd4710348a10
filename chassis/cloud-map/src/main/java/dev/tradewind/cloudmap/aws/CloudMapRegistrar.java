package dev.tradewind.cloudmap.aws;

import dev.tradewind.cloudmap.Entry;
import dev.tradewind.cloudmap.Registrar;
import dev.tradewind.cloudmap.ServiceName;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryAsyncClient;
import software.amazon.awssdk.services.servicediscovery.model.DuplicateRequestException;
import software.amazon.awssdk.services.servicediscovery.model.InstanceNotFoundException;
import software.amazon.awssdk.services.servicediscovery.model.ServiceNotFoundException;

/** Tells Cloud Map about the instances of a service, which must be there: whoever installs the platform declares it. */
public final class CloudMapRegistrar implements Registrar {

  private final ServiceDiscoveryAsyncClient client;
  private final ServiceName service;
  private final ServiceIds ids;
  private final AtomicReference<Optional<String>> found = new AtomicReference<>(Optional.empty());

  /** @param client closed by whoever made it */
  public CloudMapRegistrar(ServiceDiscoveryAsyncClient client, ServiceName service) {
    this.client = client;
    this.service = service;
    this.ids = new ServiceIds(client);
  }

  /** Done when Cloud Map has accepted it; others discover it some seconds later. */
  @Override
  public Uni<Void> register(Entry entry) {
    return withId(id -> Uni.createFrom().completionStage(() -> client.registerInstance(register -> register
        .serviceId(id)
        .instanceId(entry.id())
        .attributes(entry.attributes()))))
        .replaceWithVoid()
        // The heartbeat before this one has not been carried out yet: it says nearly the same.
        .onFailure(DuplicateRequestException.class).recoverWithNull();
  }

  /** Done when Cloud Map has accepted it. Fails while a heartbeat has not been carried out. */
  @Override
  public Uni<Void> deregister(String instanceId) {
    return withId(id -> Uni.createFrom().completionStage(() -> client.deregisterInstance(deregister -> deregister
        .serviceId(id)
        .instanceId(instanceId))))
        .replaceWithVoid()
        .onFailure(InstanceNotFoundException.class).recoverWithNull();
  }

  private <T> Uni<T> withId(Function<String, Uni<? extends T>> call) {
    return found.get().map(id -> Uni.createFrom().item(id)).orElseGet(() -> ids.find(service).invoke(id -> found.set(Optional.of(id))))
        .<T>chain(call)
        // Made again under the same name, it has another id.
        .onFailure(ServiceNotFoundException.class).invoke(() -> found.set(Optional.empty()));
  }
}
