package dev.tradewind.chaos.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;

/** Records for the log of which only a part goes on to it; the answer tells of each in its place, as the log does. */
final class LogBatch {

  private static final String RECORDS = "Records";

  private final ObjectNode request;
  private final int size;
  private final BitSet refused = new BitSet();

  /** @param request is changed by this object */
  LogBatch(ObjectNode request) {
    this.request = request;
    this.size = request.path(RECORDS).size();
  }

  /** Every other record or so is refused. */
  void refuseSome(SplittableRandom random) {
    ArrayNode passing = request.arrayNode();
    for (int i = 0; i < size; i++) {
      if (random.nextBoolean()) {
        refused.set(i);
      } else {
        passing.add(request.path(RECORDS).get(i));
      }
    }
    request.set(RECORDS, passing);
  }

  boolean hasRefusals() {
    return !refused.isEmpty();
  }

  /** What goes on to the log; empty when nothing is left. */
  Optional<JsonNode> rest() {
    return request.path(RECORDS).isEmpty() ? Optional.empty() : Optional.of(request);
  }

  /** @param answer of the log to the rest; is changed */
  ObjectNode answer(ObjectNode answer) {
    ArrayNode all = answer.arrayNode();
    int taken = 0;
    for (int i = 0; i < size; i++) {
      if (refused.get(i)) {
        all.addObject().put("ErrorCode", "ProvisionedThroughputExceededException").put("ErrorMessage", "Rate exceeded for the shard.");
      } else {
        all.add(answer.path(RECORDS).get(taken));
        taken++;
      }
    }
    answer.set(RECORDS, all);
    return answer.put("FailedRecordCount", answer.path("FailedRecordCount").asInt() + refused.cardinality());
  }
}
