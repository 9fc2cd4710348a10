package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The tags of namespaces and services. */
final class TagActions {

  private static final String RESOURCE = "ResourceARN";

  private final Registry registry;

  TagActions(Registry registry) {
    this.registry = registry;
  }

  Map<String, Action> byName() {
    return Map.of("TagResource", this::tag, "UntagResource", this::untag, "ListTagsForResource", this::list);
  }

  private ObjectNode tag(Parameters parameters) {
    var more = Tags.of(parameters);
    return change(parameters, tags -> tags.with(more));
  }

  private ObjectNode untag(Parameters parameters) {
    var keys = parameters.texts("TagKeys");
    return change(parameters, tags -> tags.without(keys));
  }

  private ObjectNode change(Parameters parameters, UnaryOperator<Tags> change) {
    var arn = parameters.required(RESOURCE);
    var namespace = namespace(arn);
    if (namespace.isPresent()) {
      registry.changeNamespace(namespace.get().id(), before -> before.with(change.apply(before.tags())));
    } else {
      var id = service(arn).orElseThrow(() -> noSuch(arn)).id();
      registry.changeService(id, before -> before.with(before.settings().with(change.apply(before.settings().tags()))));
    }
    return Answers.object();
  }

  private ObjectNode list(Parameters parameters) {
    var arn = parameters.required(RESOURCE);
    return namespace(arn).map(Namespace::tags).or(() -> service(arn).map(service -> service.settings().tags()))
        .orElseThrow(() -> noSuch(arn)).toJson();
  }

  private Optional<Namespace> namespace(String arn) {
    return registry.namespaces().stream().filter(each -> each.arn().equals(arn)).findFirst();
  }

  private Optional<Service> service(String arn) {
    return registry.services().stream().filter(each -> each.arn().equals(arn)).findFirst();
  }

  private static CloudMapException noSuch(String arn) {
    return CloudMapException.of("ResourceNotFoundException", "There is no namespace and no service " + arn);
  }
}
