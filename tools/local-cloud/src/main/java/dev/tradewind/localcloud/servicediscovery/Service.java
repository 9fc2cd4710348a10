package dev.tradewind.localcloud.servicediscovery;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A service and its instances by their ids.
 *
 * @param revision greater whenever instances come, go or have other attributes; also greater than that of a deleted service of the same name
 */
record Service(String id, ServiceSettings settings, long revision, SortedMap<String, Instance> instances) {

  static final int MOST_INSTANCES = 1_000;

  Service {
    instances = Collections.unmodifiableSortedMap(new TreeMap<>(instances));
  }

  static Service created(ServiceSettings settings) {
    return new Service(Ids.service(), settings, settings.createdMillis(), Collections.emptySortedMap());
  }

  String arn() {
    return Arn.ofService(id);
  }

  String name() {
    return settings.name();
  }

  /** Whether both were asked for by the same request, sent again. */
  boolean sameRequest(Service other) {
    var creator = settings.creatorRequestId();
    return !creator.isEmpty() && creator.equals(other.settings.creatorRequestId());
  }

  /** @throws CloudMapException when there is none */
  Instance instance(String instanceId) {
    return Optional.ofNullable(instances.get(instanceId)).orElseThrow(() -> CloudMapException.noSuchInstance(instanceId, id));
  }

  /**
   * With an instance more, or another in its place.
   *
   * @throws CloudMapException when there are too many
   */
  Service with(Instance instance, long nowMillis) {
    var all = new TreeMap<>(instances);
    var before = Optional.ofNullable(all.put(instance.id(), instance));
    if (all.size() > MOST_INSTANCES) {
      throw CloudMapException.limit("instances in a service", MOST_INSTANCES);
    }
    boolean same = before.map(Instance::attributes).filter(instance.attributes()::equals).isPresent();
    return new Service(id, settings, same ? revision : later(nowMillis), all);
  }

  /** @throws CloudMapException when there is no such instance */
  Service without(String instanceId, long nowMillis) {
    var rest = new TreeMap<>(instances);
    rest.remove(instance(instanceId).id());
    return new Service(id, settings, later(nowMillis), rest);
  }

  /** @throws CloudMapException when there is no such instance */
  Service with(String instanceId, Health health) {
    var all = new TreeMap<>(instances);
    all.put(instanceId, instance(instanceId).with(health));
    return new Service(id, settings, revision, all);
  }

  Service with(ServiceSettings changed) {
    return new Service(id, changed, revision, instances);
  }

  private long later(long nowMillis) {
    return Math.max(revision + 1, nowMillis);
  }
}
