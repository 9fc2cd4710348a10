package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The health of instances, as it was reported. */
final class HealthActions {

  /** What can be reported. */
  private enum Reported {
    HEALTHY(HealthStatus.HEALTHY),
    UNHEALTHY(HealthStatus.UNHEALTHY);

    private final HealthStatus status;

    Reported(HealthStatus status) {
      this.status = status;
    }
  }

  private final Registry registry;
  private final Duration delay;

  /** @param delay how long it takes until what was reported counts */
  HealthActions(Registry registry, Duration delay) {
    this.registry = registry;
    this.delay = delay;
  }

  Map<String, Action> byName() {
    return Map.of("UpdateInstanceCustomHealthStatus", this::report, "GetInstancesHealthStatus", this::get);
  }

  private ObjectNode report(Parameters parameters) {
    var id = parameters.required("InstanceId");
    var reported = parameters.oneOf("Status", Reported.class).orElseThrow(() -> CloudMapException.missing("status")).status;
    registry.changeService(parameters.required("ServiceId"), service -> {
      if (!service.settings().customHealth()) {
        throw CloudMapException.of("CustomHealthNotFound", "Service " + service.id() + " was created without HealthCheckCustomConfig");
      }
      return service.with(id, service.instance(id).health().report(reported, registry.now(), delay.toMillis()));
    });
    return Answers.object();
  }

  private ObjectNode get(Parameters parameters) {
    var service = registry.service(parameters.required("ServiceId"));
    var asked = parameters.texts("Instances").stream().distinct().sorted().map(service::instance).toList();
    var page = Page.of(asked.isEmpty() ? List.copyOf(service.instances().values()) : asked, Instance::id, parameters);
    var answer = Answers.object();
    var status = answer.putObject("Status");
    page.entries().forEach(instance -> status.put(instance.id(), instance.health().at(registry.now()).name()));
    return page.continued(answer);
  }
}
