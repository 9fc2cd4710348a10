package dev.tradewind.localcloud.servicediscovery;

import dev.tradewind.localcloud.servicediscovery.RegistryFile.Content;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Every namespace and service there is. Each change is on disk, when there is a disk, before it is answered: there as if it were done already. */
final class Registry {

  private static final int MOST_NAMESPACES = 50;
  private static final int MOST_INSTANCES = 2_000;

  private final TreeMap<String, Namespace> namespaces = new TreeMap<>();
  private final TreeMap<String, Service> services = new TreeMap<>();
  private final Changes changes = new Changes();
  private final Optional<RegistryFile> file;
  private final Clock clock;

  /** @throws IOException when what was kept cannot be read */
  Registry(Optional<RegistryFile> file, Clock clock) throws IOException {
    this.file = file;
    this.clock = clock;
    if (file.isPresent()) {
      var kept = file.get().read();
      kept.namespaces().forEach(namespace -> namespaces.put(namespace.id(), namespace));
      kept.services().forEach(service -> services.put(service.id(), service));
    }
  }

  long now() {
    return clock.millis();
  }

  /** Creates a namespace, or finds the one that the same request created. */
  synchronized Namespace create(Namespace wanted) {
    var existing = namespaces().stream().filter(namespace -> namespace.name().equals(wanted.name())).findFirst();
    if (existing.isPresent()) {
      return existing.filter(wanted::sameRequest).orElseThrow(() -> CloudMapException.exists(existing.get()));
    }
    if (namespaces.size() >= MOST_NAMESPACES) {
      throw CloudMapException.limit("namespaces", MOST_NAMESPACES);
    }
    namespaces.put(wanted.id(), wanted);
    save();
    return wanted;
  }

  synchronized void deleteNamespace(String id) {
    namespace(id);
    if (services.values().stream().anyMatch(in(id))) {
      throw CloudMapException.of("ResourceInUse", "Namespace " + id + " has services: delete them first");
    }
    namespaces.remove(id);
    save();
  }

  /** @throws CloudMapException when there is none */
  synchronized Namespace namespace(String id) {
    return Optional.ofNullable(namespaces.get(id)).orElseThrow(() -> CloudMapException.noSuchNamespace(id));
  }

  /** In the order of their ids. */
  synchronized List<Namespace> namespaces() {
    return List.copyOf(namespaces.values());
  }

  synchronized void changeNamespace(String id, UnaryOperator<Namespace> change) {
    namespaces.put(id, change.apply(namespace(id)));
    save();
  }

  /** Creates a service, or finds the one that the same request created. */
  synchronized Service create(Service wanted) {
    namespace(wanted.settings().namespaceId());
    var existing = services().stream().filter(in(wanted.settings().namespaceId()).and(each -> each.name().equals(wanted.name()))).findFirst();
    if (existing.isPresent()) {
      return existing.filter(wanted::sameRequest).orElseThrow(() -> CloudMapException.exists(existing.get()));
    }
    services.put(wanted.id(), wanted);
    save();
    return wanted;
  }

  synchronized void deleteService(String id) {
    if (!service(id).instances().isEmpty() || changes.concern(id)) {
      throw CloudMapException.of("ResourceInUse", "Service " + id + " has instances: deregister them first");
    }
    services.remove(id);
    save();
  }

  /** @throws CloudMapException when there is none */
  synchronized Service service(String id) {
    changes.takeEffect(services, now());
    return Optional.ofNullable(services.get(id)).orElseThrow(() -> CloudMapException.noSuchService(id));
  }

  /** In the order of their ids. */
  synchronized List<Service> services() {
    changes.takeEffect(services, now());
    return List.copyOf(services.values());
  }

  synchronized Service changeService(String id, UnaryOperator<Service> change) {
    var changed = change.apply(service(id));
    services.put(id, changed);
    save();
    return changed;
  }

  /**
   * Sets a change on its way, or finds the same on its way already.
   *
   * @return the operation that makes it
   * @throws CloudMapException when it cannot be made
   */
  synchronized Operation submit(Change change) {
    var service = service(change.serviceId());
    if (changes.underWay(change).isEmpty()) {
      checkRoom(change, change.effect().apply(changes.afterAll(service)));
    }
    var operation = changes.add(change);
    save();
    return operation;
  }

  private void checkRoom(Change change, Service then) {
    int others = services.values().stream()
        .filter(in(then.settings().namespaceId()).and(service -> !service.id().equals(then.id())))
        .mapToInt(service -> changes.afterAll(service).instances().size()).sum();
    if (change.operation().type() == Operation.Type.REGISTER_INSTANCE && others + then.instances().size() > MOST_INSTANCES) {
      throw CloudMapException.limit("instances in a namespace", MOST_INSTANCES);
    }
  }

  private static Predicate<Service> in(String namespaceId) {
    return service -> service.settings().namespaceId().equals(namespaceId);
  }

  private void save() {
    file.ifPresent(kept -> kept.write(new Content(namespaces(), services.values().stream().map(changes::afterAll).toList())));
  }
}
