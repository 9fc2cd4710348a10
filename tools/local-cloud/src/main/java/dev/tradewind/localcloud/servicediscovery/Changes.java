package dev.tradewind.localcloud.servicediscovery;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Changes on their way, in the order in which they were asked for. Whoever owns it keeps it to one thread at a time. */
final class Changes {

  private final Queue<Change> changes = new ArrayDeque<>();

  /**
   * Adds a change, unless the same is on its way already.
   *
   * @return the operation that makes it
   * @throws CloudMapException when another change of the same instance is on its way
   */
  Operation add(Change change) {
    var other = underWay(change);
    if (other.isEmpty()) {
      changes.add(change);
      return change.operation();
    }
    if (other.get().sameRequest(change)) {
      return other.get().operation();
    }
    var operation = other.get().operation();
    throw CloudMapException.of("DuplicateRequest", "Another operation of type " + operation.type() + " and id " + operation.id() + " is in progress")
        .with("DuplicateOperationId", operation.id());
  }

  Optional<Change> underWay(Change change) {
    return changes.stream().filter(change::sameInstance).findFirst();
  }

  boolean concern(String serviceId) {
    return changes.stream().anyMatch(change -> change.serviceId().equals(serviceId));
  }

  /** Lets those take effect whose time has come. */
  void takeEffect(Map<String, Service> services, long nowMillis) {
    while (!changes.isEmpty() && changes.peek().operation().doneMillis() <= nowMillis) {
      var change = changes.remove();
      services.compute(change.serviceId(), (id, service) -> change.effect().apply(service));
    }
  }

  /** What a service will be when all that is on its way has come. */
  Service afterAll(Service service) {
    var last = service;
    for (var change : changes) {
      last = change.serviceId().equals(service.id()) ? change.effect().apply(last) : last;
    }
    return last;
  }
}
