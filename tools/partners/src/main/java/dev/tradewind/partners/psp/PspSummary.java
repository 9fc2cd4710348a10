package dev.tradewind.partners.psp;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an auditor asks of the ledger: who was charged twice, who is still held, and what is left of each charge. Orders are
 * looked at one after the other, so that a long ledger needs little more memory than its answer.
 */
final class PspSummary {

  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final JsonArray capturedTwice = new JsonArray();
  private final JsonArray heldTwice = new JsonArray();
  private final JsonObject net = new JsonObject();

  private PspSummary() {
    for (var kind : Kind.values()) {
      counts.put(kind, 0);
    }
  }

  /**
   * @param orders the operations of each order, oldest first
   */
  static JsonObject of(Map<String, ? extends List<Operation>> orders) {
    var summary = new PspSummary();
    orders.forEach(summary::add);
    return summary.toJson();
  }

  private void add(String order, List<Operation> operations) {
    operations.forEach(o -> counts.merge(o.kind(), 1, Integer::sum));
    if (operations.stream().filter(o -> o.kind() == Kind.CAPTURED).count() > 1) {
      capturedTwice.add(order);
    }
    if (authorizations(operations).values().stream().filter(Authorization::live).count() > 1) {
      heldTwice.add(order);
    }
    net.put(order, Map.copyOf(operations.stream()
        .collect(Collectors.groupingBy(Operation::currency, Collectors.summingLong(PspSummary::taken)))));
  }

  private JsonObject toJson() {
    var byKind = new JsonObject();
    counts.forEach((kind, count) -> byKind.put(kind.toString(), count));
    return new JsonObject()
        .put("entries", counts.values().stream().mapToInt(Integer::intValue).sum())
        .put("references", net.size())
        .put("counts", byKind)
        .put("anomalies", new JsonObject()
            .put("moreThanOneCapture", capturedTwice)
            .put("moreThanOneLiveAuthorization", heldTwice))
        .put("net", net);
  }

  private static Map<String, Authorization> authorizations(List<Operation> operations) {
    var authorizations = new HashMap<String, Authorization>();
    operations.forEach(o -> authorizations.compute(
        o.authorization(), (id, known) -> known == null ? Authorization.begun(o) : known.after(o)));
    return authorizations;
  }

  private static long taken(Operation o) {
    return switch (o.kind()) {
      case CAPTURED -> o.amount();
      case REFUNDED -> -o.amount();
      case AUTHORIZED, DECLINED, CAPTURE_DECLINED, VOIDED -> 0;
    };
  }
}
