package dev.tradewind.cloudmap.aws;

import static org.awaitility.Awaitility.await;

import dev.tradewind.cloudmap.Attributes;
import dev.tradewind.cloudmap.Entry;
import dev.tradewind.cloudmap.Registrar;
import dev.tradewind.cloudmap.Self;
import dev.tradewind.cloudmap.ServiceName;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryAsyncClient;
import software.amazon.awssdk.services.servicediscovery.model.CreateServiceRequest;
import software.amazon.awssdk.services.servicediscovery.model.Operation;
import software.amazon.awssdk.services.servicediscovery.model.OperationStatus;

/** Cloud Map as whoever installs the platform sees it, with names that no other test uses. */
public final class CloudMap implements AutoCloseable {

  public static final Duration PATIENCE = Duration.ofSeconds(90);

  final ServiceDiscoveryAsyncClient client;

  public CloudMap(URI endpoint) {
    client = CloudMapClients.at(Optional.of(endpoint), Optional.of(Region.US_EAST_1));
  }

  /** A service in a namespace of its own. */
  public ServiceName service() {
    return service(create -> { });
  }

  ServiceName service(Consumer<CreateServiceRequest.Builder> settings) {
    var name = nowhere();
    create(name, settings);
    return name;
  }

  /** What a service is called that nobody made. */
  static ServiceName nowhere() {
    return new ServiceName("tradewind-" + UUID.randomUUID(), "orders");
  }

  /** @return its id */
  String create(ServiceName name, Consumer<CreateServiceRequest.Builder> settings) {
    var operation = client.createHttpNamespace(create -> create.name(name.namespace())).join().operationId();
    await().atMost(PATIENCE).until(() -> operation(operation).status() == OperationStatus.SUCCESS);
    return createIn(operation(operation).targetsAsStrings().get("NAMESPACE"), name, settings);
  }

  private Operation operation(String id) {
    return client.getOperation(get -> get.operationId(id)).join().operation();
  }

  String createIn(String namespaceId, ServiceName name, Consumer<CreateServiceRequest.Builder> settings) {
    return client.createService(create -> settings.accept(create.namespaceId(namespaceId).name(name.name()))).join().service().id();
  }

  public Registrar registrar(ServiceName service) {
    return new CloudMapRegistrar(client, service);
  }

  /** Registers an instance once, without a heartbeat. */
  public void put(ServiceName service, String id, int port) {
    put(service, new Entry(id, Map.of(Attributes.IPV4, "127.0.0.1", Attributes.PORT, Integer.toString(port))));
  }

  void put(ServiceName service, Entry entry) {
    registrar(service).register(entry).await().atMost(PATIENCE);
  }

  /** An instance that beats just now. */
  static Entry beat(String id) {
    return new Entry(id, Map.of(Attributes.IPV4, "127.0.0.1", Attributes.PORT, "8080", Attributes.HEARTBEAT, Instant.now().toString()));
  }

  static Self self(String id) {
    return new Self(id, "127.0.0.1", 8080, Optional.of("us-east-1a"), Optional.of("1.0"));
  }

  @Override
  public void close() {
    client.close();
  }
}
