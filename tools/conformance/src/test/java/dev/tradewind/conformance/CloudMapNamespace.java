package dev.tradewind.conformance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryClient;
import software.amazon.awssdk.services.servicediscovery.model.CreateServiceRequest;
import software.amazon.awssdk.services.servicediscovery.model.Operation;
import software.amazon.awssdk.services.servicediscovery.model.OperationStatus;
import software.amazon.awssdk.services.servicediscovery.model.OperationTargetType;
import software.amazon.awssdk.services.servicediscovery.model.ServiceFilterName;
import software.amazon.awssdk.services.servicediscovery.model.ServiceSummary;

/** A namespace of Cloud Map that is found by calls, and the services in it. */
record CloudMapNamespace(ServiceDiscoveryClient cloudMap, String name, String id) {

  static final Duration PATIENCE = Duration.ofMinutes(2);

  static CloudMapNamespace create(ServiceDiscoveryClient cloudMap, String name) {
    var operation = done(cloudMap, cloudMap.createHttpNamespace(create -> create.name(name)).operationId());
    return new CloudMapNamespace(cloudMap, name, operation.targets().get(OperationTargetType.NAMESPACE));
  }

  /** Waits until what was asked for is done. */
  static Operation done(ServiceDiscoveryClient cloudMap, String operationId) {
    return await().atMost(PATIENCE)
        .until(() -> cloudMap.getOperation(get -> get.operationId(operationId)).operation(), CloudMapNamespace::isDone);
  }

  private static boolean isDone(Operation operation) {
    if (operation.status() == OperationStatus.FAIL) {
      throw new IllegalStateException("Operation " + operation.id() + " failed: " + operation.errorMessage());
    }
    return operation.status() == OperationStatus.SUCCESS;
  }

  CloudMapService service() {
    return service(create -> { });
  }

  /** A service whose instances' health is reported. */
  CloudMapService watchedService() {
    return service(create -> create.healthCheckCustomConfig(config -> { }));
  }

  CloudMapService service(Consumer<CreateServiceRequest.Builder> settings) {
    var service = cloudMap.createService(create -> settings.accept(create.namespaceId(id).name("orders"))).service();
    return new CloudMapService(this, service.name(), service.id());
  }

  List<ServiceSummary> services() {
    return cloudMap.listServicesPaginator(list -> list.filters(filter -> filter.name(ServiceFilterName.NAMESPACE_ID).values(id)))
        .stream().flatMap(page -> page.services().stream()).toList();
  }

  void delete() {
    services().forEach(service -> new CloudMapService(this, service.name(), service.id()).delete());
    done(cloudMap, cloudMap.deleteNamespace(delete -> delete.id(id)).operationId());
  }
}
