package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.localcloud.servicediscovery.Namespace.Type;
import dev.tradewind.localcloud.servicediscovery.Operation.Target;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Namespaces: create, get, list, delete. Those with DNS are like the others here, and are found by calls only. */
final class NamespaceActions {

  private static final Pattern HTTP_NAME = Pattern.compile("[!-~]{1,1024}");
  private static final Pattern DNS_NAME = Pattern.compile("[!-~]{1,253}");
  private static final Map<String, Function<Namespace, String>> PROPERTIES = Map.of(
      "TYPE", namespace -> namespace.type().name(),
      "NAME", Namespace::name,
      "HTTP_NAME", Namespace::name);

  private final Registry registry;
  private final Operations operations;

  NamespaceActions(Registry registry, Operations operations) {
    this.registry = registry;
    this.operations = operations;
  }

  Map<String, Action> byName() {
    return Map.of(
        "CreateHttpNamespace", parameters -> create(Type.HTTP, parameters.required("Name", HTTP_NAME), parameters),
        "CreatePrivateDnsNamespace", this::createPrivate,
        "GetNamespace", this::get,
        "ListNamespaces", this::list,
        "DeleteNamespace", this::delete);
  }

  private ObjectNode createPrivate(Parameters parameters) {
    parameters.required("Vpc");
    return create(Type.DNS_PRIVATE, parameters.required("Name", DNS_NAME), parameters);
  }

  private ObjectNode create(Type type, String name, Parameters parameters) {
    var created = registry.create(new Namespace(Ids.namespace(), type, name, parameters.description(), parameters.creatorRequestId(),
        registry.now(), Tags.of(parameters)));
    return Answers.operationId(operations.done(Operation.Type.CREATE_NAMESPACE, Map.of(Target.NAMESPACE, created.id())));
  }

  private ObjectNode get(Parameters parameters) {
    var namespace = registry.namespace(parameters.required("Id"));
    return Answers.object().set("Namespace", summary(namespace).put("CreatorRequestId", namespace.creatorRequestId()));
  }

  private ObjectNode list(Parameters parameters) {
    var matching = registry.namespaces().stream().filter(Filter.of(parameters, PROPERTIES)).toList();
    return Page.of(matching, Namespace::id, parameters).toJson("Namespaces", this::summary);
  }

  private ObjectNode delete(Parameters parameters) {
    var id = parameters.required("Id");
    registry.deleteNamespace(id);
    return Answers.operationId(operations.done(Operation.Type.DELETE_NAMESPACE, Map.of(Target.NAMESPACE, id)));
  }

  private ObjectNode summary(Namespace namespace) {
    var summary = Answers.object()
        .put("Id", namespace.id())
        .put("Arn", namespace.arn())
        .put("Name", namespace.name())
        .put("Type", namespace.type().name())
        .put("ServiceCount", registry.services().stream().filter(service -> service.settings().namespaceId().equals(namespace.id())).count());
    summary.putObject("Properties").putObject("HttpProperties").put("HttpName", namespace.name());
    summary.set("CreateDate", Answers.time(namespace.createdMillis()));
    return Answers.described(summary, namespace.description());
  }
}
