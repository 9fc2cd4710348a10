package dev.tradewind.conformance;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryClient;
import software.amazon.awssdk.services.servicediscovery.model.CustomHealthStatus;
import software.amazon.awssdk.services.servicediscovery.model.DiscoverInstancesRequest;
import software.amazon.awssdk.services.servicediscovery.model.HttpInstanceSummary;
import software.amazon.awssdk.services.servicediscovery.model.InstanceSummary;
import software.amazon.awssdk.services.servicediscovery.model.Operation;
import software.amazon.awssdk.services.servicediscovery.model.ServiceNotFoundException;

/** A service of Cloud Map, from both sides: of those who register and of those who discover. */
record CloudMapService(CloudMapNamespace namespace, String name, String id) {

  private ServiceDiscoveryClient cloudMap() {
    return namespace.cloudMap();
  }

  /** Registers an instance and waits until it is done. */
  Operation register(String instance, Map<String, String> attributes) {
    var operation = cloudMap().registerInstance(register -> register.serviceId(id).instanceId(instance).attributes(attributes)).operationId();
    return CloudMapNamespace.done(cloudMap(), operation);
  }

  Operation deregister(String instance) {
    var operation = cloudMap().deregisterInstance(deregister -> deregister.serviceId(id).instanceId(instance)).operationId();
    return CloudMapNamespace.done(cloudMap(), operation);
  }

  void report(String instance, CustomHealthStatus status) {
    cloudMap().updateInstanceCustomHealthStatus(update -> update.serviceId(id).instanceId(instance).status(status));
  }

  List<InstanceSummary> instances() {
    return cloudMap().listInstancesPaginator(list -> list.serviceId(id)).stream().flatMap(page -> page.instances().stream()).toList();
  }

  List<HttpInstanceSummary> discover(Consumer<DiscoverInstancesRequest.Builder> question) {
    return cloudMap().discoverInstances(ask -> question.accept(ask.namespaceName(namespace.name()).serviceName(name))).instances();
  }

  Set<String> discoverIds(Consumer<DiscoverInstancesRequest.Builder> question) {
    return discover(question).stream().map(HttpInstanceSummary::instanceId).collect(Collectors.toSet());
  }

  /** Waits until those are discovered that should be: what is done, the service itself too, is seen a little later. */
  void awaitDiscovered(Consumer<DiscoverInstancesRequest.Builder> question, String... instances) {
    await().atMost(CloudMapNamespace.PATIENCE).ignoreExceptionsInstanceOf(ServiceNotFoundException.class)
        .until(() -> discoverIds(question), Set.of(instances)::equals);
  }

  void awaitDiscovered(String... instances) {
    awaitDiscovered(ask -> { }, instances);
  }

  long revision() {
    return cloudMap().discoverInstancesRevision(ask -> ask.namespaceName(namespace.name()).serviceName(name)).instancesRevision();
  }

  void delete() {
    instances().forEach(instance -> deregister(instance.id()));
    cloudMap().deleteService(delete -> delete.id(id));
  }
}
