package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.localcloud.servicediscovery.Operation.Target;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Services: create, get, list, update, delete. */
final class ServiceActions {

  /** The one type a service can be asked to have. */
  private enum TypeOption { HTTP }

  private static final String LABEL = "([a-zA-Z0-9_][a-zA-Z0-9_-]{0,61}[a-zA-Z0-9_]|[a-zA-Z0-9])";
  private static final Pattern NAME = Pattern.compile("(?=.{1,127}$)" + LABEL + "(\\." + LABEL + ")*");
  private static final Map<String, Function<Service, String>> PROPERTIES = Map.of("NAMESPACE_ID", service -> service.settings().namespaceId());

  private final Registry registry;
  private final Operations operations;

  ServiceActions(Registry registry, Operations operations) {
    this.registry = registry;
    this.operations = operations;
  }

  Map<String, Action> byName() {
    return Map.of(
        "CreateService", this::create,
        "GetService", this::get,
        "ListServices", this::list,
        "UpdateService", this::update,
        "DeleteService", this::delete);
  }

  private ObjectNode create(Parameters parameters) {
    return Answers.object().set("Service", details(registry.create(Service.created(settings(parameters)))));
  }

  private ServiceSettings settings(Parameters parameters) {
    var name = parameters.required("Name", NAME);
    refuseHealthChecks(parameters);
    var namespace = registry.namespace(parameters.text("NamespaceId")
        .or(() -> parameters.object("DnsConfig").flatMap(dns -> dns.text("NamespaceId")))
        .orElseThrow(() -> CloudMapException.missing("namespaceId")));
    var dns = parameters.object("DnsConfig").map(DnsConfig::read).orElse(DnsConfig.NONE);
    boolean callsOnly = namespace.type() == Namespace.Type.HTTP || parameters.oneOf("Type", TypeOption.class).isPresent();
    if (callsOnly && !dns.records().isEmpty()) {
      throw CloudMapException.invalid("A service of type HTTP or in an HTTP namespace has no DnsConfig");
    }
    return new ServiceSettings(namespace.id(), name, parameters.description(), parameters.creatorRequestId(), registry.now(),
        parameters.object("HealthCheckCustomConfig").isPresent(), dns, Tags.of(parameters));
  }

  private static void refuseHealthChecks(Parameters parameters) {
    if (parameters.object("HealthCheckConfig").isPresent()) {
      throw CloudMapException.invalid("HealthCheckConfig is not supported by the local cloud: use HealthCheckCustomConfig and report health");
    }
  }

  private ObjectNode get(Parameters parameters) {
    return Answers.object().set("Service", details(registry.service(parameters.required("Id"))));
  }

  private ObjectNode list(Parameters parameters) {
    var matching = registry.services().stream().filter(Filter.of(parameters, PROPERTIES)).toList();
    return Page.of(matching, Service::id, parameters).toJson("Services", ServiceActions::summary);
  }

  private ObjectNode update(Parameters parameters) {
    var id = parameters.required("Id");
    var change = parameters.object("Service").orElseThrow(() -> CloudMapException.missing("service"));
    refuseHealthChecks(change);
    var changed = registry.changeService(id, service -> service.with(changed(service.settings(), change)));
    return Answers.operationId(operations.done(Operation.Type.UPDATE_SERVICE,
        Map.of(Target.SERVICE, id, Target.NAMESPACE, changed.settings().namespaceId())));
  }

  /** A description that is left out stays; DNS records that are left out go. */
  private static ServiceSettings changed(ServiceSettings settings, Parameters change) {
    var description = change.text("Description").isPresent() ? change.description() : settings.description();
    var dns = change.object("DnsConfig").map(DnsConfig::read)
        .map(given -> new DnsConfig(settings.dns().routingPolicy(), given.records())).orElse(DnsConfig.NONE);
    if (!dns.records().isEmpty() && !types(dns).equals(types(settings.dns()))) {
      throw CloudMapException.invalid("The types of DNS records cannot change, from " + types(settings.dns()) + " to " + types(dns)
          + ": delete the service and create it anew");
    }
    return settings.with(description, dns);
  }

  private static Set<DnsConfig.RecordType> types(DnsConfig dns) {
    List<DnsConfig.RecordType> types = dns.types();
    return types.isEmpty() ? EnumSet.noneOf(DnsConfig.RecordType.class) : EnumSet.copyOf(types);
  }

  private ObjectNode delete(Parameters parameters) {
    registry.deleteService(parameters.required("Id"));
    return Answers.object();
  }

  private static ObjectNode details(Service service) {
    return summary(service)
        .put("NamespaceId", service.settings().namespaceId())
        .put("CreatorRequestId", service.settings().creatorRequestId());
  }

  private static ObjectNode summary(Service service) {
    var dns = service.settings().dns();
    var summary = Answers.object()
        .put("Id", service.id())
        .put("Arn", service.arn())
        .put("Name", service.name())
        .put("Type", dns.records().isEmpty() ? "HTTP" : "DNS_HTTP")
        .put("InstanceCount", service.instances().size());
    summary.set("CreateDate", Answers.time(service.settings().createdMillis()));
    if (!dns.records().isEmpty()) {
      summary.set("DnsConfig", dns.toJson());
    }
    if (service.settings().customHealth()) {
      summary.putObject("HealthCheckCustomConfig").put("FailureThreshold", 1);
    }
    return Answers.described(summary, service.settings().description());
  }
}
