package dev.tradewind.launcher.resources;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryClient;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceFilterName;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceSummary;
import software.amazon.awssdk.services.servicediscovery.model.Operation;
import software.amazon.awssdk.services.servicediscovery.model.OperationStatus;
import software.amazon.awssdk.services.servicediscovery.model.OperationTargetType;
import software.amazon.awssdk.services.servicediscovery.model.ServiceFilterName;
import software.amazon.awssdk.services.servicediscovery.model.ServiceSummary;
import software.amazon.awssdk.services.servicediscovery.model.ServiceTypeOption;

/** The namespace and the services of Cloud Map that the platform's directory lists. What else is in the namespace is left alone. */
final class Directory implements Kind {

  private static final int LOOKS = 240;
  private static final int PAUSE_MILLIS = 250;

  private final ServiceDiscoveryClient cloudMap;

  Directory(ServiceDiscoveryClient cloudMap) {
    this.cloudMap = cloudMap;
  }

  @Override
  public Change apply(Manifest manifest) {
    String name = manifest.text("namespace");
    Optional<String> existing = find(manifest, name);
    String namespace = existing.orElseGet(() -> create(manifest, name));
    Set<String> there = services(manifest, namespace);
    List<String> missing = List.of(manifest.text("services").split(",")).stream().filter(service -> !there.contains(service)).toList();
    missing.forEach(service -> manifest.call("CreateService " + service, () -> cloudMap.createService(
        create -> create.namespaceId(namespace).name(service).type(ServiceTypeOption.HTTP))));
    return existing.isEmpty() ? Change.CREATED : missing.isEmpty() ? Change.UNCHANGED : Change.UPDATED;
  }

  private Optional<String> find(Manifest manifest, String name) {
    return manifest.call("ListNamespaces", () -> cloudMap.listNamespacesPaginator(
        list -> list.filters(filter -> filter.name(NamespaceFilterName.NAME).values(name))).stream()
        .flatMap(page -> page.namespaces().stream())
        .filter(namespace -> namespace.name().equals(name)).map(NamespaceSummary::id).findFirst());
  }

  private String create(Manifest manifest, String name) {
    String operation = manifest.call("CreateHttpNamespace", () -> cloudMap.createHttpNamespace(create -> create.name(name))).operationId();
    for (int look = 0; look < LOOKS; look++) {
      Operation now = manifest.call("GetOperation", () -> cloudMap.getOperation(get -> get.operationId(operation))).operation();
      if (now.status() == OperationStatus.SUCCESS) {
        return now.targets().get(OperationTargetType.NAMESPACE);
      }
      if (now.status() == OperationStatus.FAIL) {
        throw manifest.refuse("namespace", "Cloud Map could not create it: " + now.errorMessage());
      }
      pause();
    }
    throw manifest.refuse("namespace", "Cloud Map has not created it after " + LOOKS * PAUSE_MILLIS / 1000 + " s");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new ResourceException("interrupted while Cloud Map created a namespace", stop);
    }
  }

  private Set<String> services(Manifest manifest, String namespace) {
    return manifest.call("ListServices", () -> cloudMap.listServicesPaginator(
        list -> list.filters(filter -> filter.name(ServiceFilterName.NAMESPACE_ID).values(namespace))).stream()
        .flatMap(page -> page.services().stream()).map(ServiceSummary::name).collect(Collectors.toSet()));
  }
}
