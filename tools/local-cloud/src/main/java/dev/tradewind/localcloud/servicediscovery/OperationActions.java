package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.localcloud.servicediscovery.Operation.Target;
import java.util.Map;
import java.util.function.Function;

/** How far operations are. */
final class OperationActions {

  private final Operations operations;

  OperationActions(Operations operations) {
    this.operations = operations;
  }

  Map<String, Action> byName() {
    return Map.of("GetOperation", this::get, "ListOperations", this::list);
  }

  private ObjectNode get(Parameters parameters) {
    return Answers.object().set("Operation", operations.get(parameters.required("OperationId")).details(operations.now()));
  }

  private ObjectNode list(Parameters parameters) {
    long now = operations.now();
    Map<String, Function<Operation, String>> properties = Map.of(
        "NAMESPACE_ID", operation -> operation.target(Target.NAMESPACE),
        "SERVICE_ID", operation -> operation.target(Target.SERVICE),
        "STATUS", operation -> operation.status(now).name(),
        "TYPE", operation -> operation.type().name(),
        "UPDATE_DATE", operation -> Answers.time(operation.updatedMillis(now)).asText());
    var matching = operations.all().stream().filter(Filter.of(parameters, properties)).toList();
    return Page.of(matching, Operation::id, parameters).toJson("Operations", operation -> operation.summary(now));
  }
}
