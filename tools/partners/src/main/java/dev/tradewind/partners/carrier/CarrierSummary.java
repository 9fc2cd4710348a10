package dev.tradewind.partners.carrier;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an auditor asks of the carrier's ledger: what happened, where the shipments stand, and who gets two. */
final class CarrierSummary {

  private CarrierSummary() {}

  static JsonObject of(List<Movement> movements) {
    Map<String, Movement> shipments = new HashMap<>();
    movements.forEach(movement -> shipments.put(movement.key(), movement));
    return new JsonObject()
        .put("entries", movements.size())
        .put("counts", byStatus(movements))
        .put("shipments", byStatus(shipments.values()))
        .put("anomalies", new JsonObject().put("moreThanOneLiveShipment", shippedTwice(shipments.values())));
  }

  private static JsonObject byStatus(Collection<Movement> movements) {
    var counts = movements.stream().collect(Collectors.groupingBy(Movement::status, Collectors.counting()));
    var json = new JsonObject();
    for (var status : Status.values()) {
      json.put(status.toString(), counts.getOrDefault(status, 0L));
    }
    return json;
  }

  private static JsonArray shippedTwice(Collection<Movement> shipments) {
    var live = shipments.stream()
        .filter(shipment -> shipment.status() != Status.CANCELLED && shipment.status() != Status.REFUSED)
        .flatMap(shipment -> shipment.reference().stream())
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    var references = new JsonArray();
    live.forEach((reference, count) -> {
      if (count > 1) {
        references.add(reference);
      }
    });
    return references;
  }
}
