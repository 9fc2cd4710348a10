package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What was asked for and may take its time.
 *
 * @param doneMillis when it is done, which may be later than now
 */
record Operation(String id, Type type, Map<Target, String> targets, long createdMillis, long doneMillis) {

  enum Type { CREATE_NAMESPACE, DELETE_NAMESPACE, UPDATE_SERVICE, REGISTER_INSTANCE, DEREGISTER_INSTANCE }

  enum Target { NAMESPACE, SERVICE, INSTANCE }

  enum Status { PENDING, SUCCESS }

  Operation {
    targets = Map.copyOf(targets);
  }

  Status status(long nowMillis) {
    return nowMillis >= doneMillis ? Status.SUCCESS : Status.PENDING;
  }

  /** Empty when the operation is not about one. */
  String target(Target target) {
    return targets.getOrDefault(target, "");
  }

  /** When it came to the status it has. */
  long updatedMillis(long nowMillis) {
    return status(nowMillis) == Status.SUCCESS ? doneMillis : createdMillis;
  }

  ObjectNode summary(long nowMillis) {
    return Answers.object().put("Id", id).put("Status", status(nowMillis).name());
  }

  ObjectNode details(long nowMillis) {
    var details = summary(nowMillis).put("Type", type.name());
    details.set("CreateDate", Answers.time(createdMillis));
    details.set("UpdateDate", Answers.time(updatedMillis(nowMillis)));
    var all = details.putObject("Targets");
    targets.forEach((target, id) -> all.put(target.name(), id));
    return details;
  }
}
