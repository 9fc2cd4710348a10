package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;

/** What answers are made of. */
final class Answers {

  private static final int MILLIS_DIGITS = 3;

  private Answers() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode object(Map<String, String> entries) {
    var object = object();
    entries.forEach(object::put);
    return object;
  }

  static ObjectNode operationId(Operation operation) {
    return object().put("OperationId", operation.id());
  }

  /** Seconds with a fraction. */
  static DecimalNode time(long millis) {
    return DecimalNode.valueOf(BigDecimal.valueOf(millis, MILLIS_DIGITS));
  }

  /** Optional descriptions are left out of answers, not empty. */
  static ObjectNode described(ObjectNode object, String description) {
    return description.isEmpty() ? object : object.put("Description", description);
  }
}
