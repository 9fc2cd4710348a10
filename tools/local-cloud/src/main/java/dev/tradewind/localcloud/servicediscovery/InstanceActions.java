package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.localcloud.servicediscovery.Operation.Target;
import dev.tradewind.localcloud.servicediscovery.Operation.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Instances: register, deregister, get, list. */
final class InstanceActions {

  private static final Pattern ID = Pattern.compile("[0-9a-zA-Z_/:.@-]{1,64}");

  private final Registry registry;
  private final Operations operations;
  private final Duration propagation;

  /** @param propagation how long a registration or deregistration takes */
  InstanceActions(Registry registry, Operations operations, Duration propagation) {
    this.registry = registry;
    this.operations = operations;
    this.propagation = propagation;
  }

  Map<String, Action> byName() {
    return Map.of(
        "RegisterInstance", this::register,
        "DeregisterInstance", this::deregister,
        "GetInstance", this::get,
        "ListInstances", this::list);
  }

  private ObjectNode register(Parameters parameters) {
    var service = registry.service(parameters.required("ServiceId"));
    var id = parameters.required("InstanceId", ID);
    if (parameters.object("Attributes").isEmpty()) {
      throw CloudMapException.missing("attributes");
    }
    var attributes = new TreeMap<>(parameters.map("Attributes"));
    AttributeRules.check(attributes, service.settings().dns());
    var creator = parameters.creatorRequestId();
    var instance = new Instance(id, attributes, creator, initialHealth(service, attributes));
    return submit(Type.REGISTER_INSTANCE, service, id, creator, before -> before.with(instance, registry.now()));
  }

  private static Health initialHealth(Service service, Map<String, String> attributes) {
    return Health.of(service.settings().customHealth()
        ? HealthStatus.valueOf(attributes.getOrDefault(AttributeRules.INITIAL_HEALTH, HealthStatus.HEALTHY.name()))
        : HealthStatus.UNKNOWN);
  }

  private ObjectNode deregister(Parameters parameters) {
    var service = registry.service(parameters.required("ServiceId"));
    var id = parameters.required("InstanceId");
    return submit(Type.DEREGISTER_INSTANCE, service, id, "", before -> before.without(id, registry.now()));
  }

  private ObjectNode submit(Type type, Service service, String instanceId, String creator, UnaryOperator<Service> effect) {
    var targets = Map.of(Target.NAMESPACE, service.settings().namespaceId(), Target.SERVICE, service.id(), Target.INSTANCE, instanceId);
    var change = new Change(operations.begin(type, targets, propagation), creator, effect);
    return Answers.operationId(operations.remember(registry.submit(change)));
  }

  private ObjectNode get(Parameters parameters) {
    var instance = registry.service(parameters.required("ServiceId")).instance(parameters.required("InstanceId"));
    return Answers.object().set("Instance", summary(instance).put("CreatorRequestId", instance.creatorRequestId()));
  }

  private ObjectNode list(Parameters parameters) {
    var instances = List.copyOf(registry.service(parameters.required("ServiceId")).instances().values());
    return Page.of(instances, Instance::id, parameters).toJson("Instances", InstanceActions::summary);
  }

  private static ObjectNode summary(Instance instance) {
    return Answers.object().put("Id", instance.id()).set("Attributes", Answers.object(instance.attributes()));
  }
}
