package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What callers ask: which instances a service has, by the names of namespace and service. */
final class DiscoverActions {

  private static final int FEW = 100;
  private static final int MOST = 1_000;

  private final Registry registry;
  private final RequestRate discovers;
  private final RequestRate revisions;

  DiscoverActions(Registry registry, CloudMapOptions options, Clock clock) {
    this.registry = registry;
    discovers = new RequestRate("DiscoverInstances", options.discoversPerSecond(), 2 * options.discoversPerSecond(), clock);
    revisions = new RequestRate("DiscoverInstancesRevision", options.revisionsPerSecond(), options.revisionsPerSecond(), clock);
  }

  Map<String, Action> byName() {
    return Map.of("DiscoverInstances", this::discover, "DiscoverInstancesRevision", this::revision);
  }

  private ObjectNode discover(Parameters parameters) {
    discovers.take();
    int most = parameters.number("MaxResults", 1, MOST).orElse(FEW);
    var service = find(parameters);
    var answer = Answers.object().put("InstancesRevision", service.revision());
    var list = answer.putArray("Instances");
    shuffled(choose(service, parameters)).stream().limit(most).forEach(instance -> list.addObject()
        .put("InstanceId", instance.id())
        .put("NamespaceName", parameters.required("NamespaceName"))
        .put("ServiceName", service.name())
        .put("HealthStatus", instance.health().at(registry.now()).name())
        .set("Attributes", Answers.object(instance.attributes())));
    return answer;
  }

  private ObjectNode revision(Parameters parameters) {
    revisions.take();
    return Answers.object().put("InstancesRevision", find(parameters).revision());
  }

  private Service find(Parameters parameters) {
    var namespaceName = parameters.required("NamespaceName");
    var serviceName = parameters.required("ServiceName");
    var namespace = registry.namespaces().stream().filter(each -> each.name().equals(namespaceName)).findFirst()
        .orElseThrow(() -> CloudMapException.noSuchNamespace(namespaceName));
    return registry.services().stream()
        .filter(each -> each.settings().namespaceId().equals(namespace.id()) && each.name().equals(serviceName)).findFirst()
        .orElseThrow(() -> CloudMapException.noSuchService(serviceName + " in namespace " + namespaceName));
  }

  /** By what must match, then by health where it is known, then by what should match if anything does. */
  private List<Instance> choose(Service service, Parameters parameters) {
    var filter = parameters.oneOf("HealthStatus", HealthFilter.class).orElse(HealthFilter.HEALTHY);
    var matching = matching(List.copyOf(service.instances().values()), parameters.map("QueryParameters"));
    var alive = service.settings().customHealth() ? filter.choose(matching, registry.now()) : matching;
    var best = matching(alive, parameters.map("OptionalParameters"));
    return best.isEmpty() ? alive : best;
  }

  private static List<Instance> matching(List<Instance> instances, Map<String, String> wanted) {
    return instances.stream().filter(instance -> instance.matches(wanted)).toList();
  }

  /** So that callers that take the first ones do not all take the same. */
  private static List<Instance> shuffled(List<Instance> instances) {
    var shuffled = new ArrayList<>(instances);
    Collections.shuffle(shuffled);
    return shuffled;
  }
}
