package dev.tradewind.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accepts orders and runs their sagas. The saga table holds an order together with where its saga stands. */
final class Orders implements Handler {

  private final StateTable sagas;
  private final Transactions transactions;
  private final InstantSource clock;

  Orders(StateTable sagas, Transactions transactions, InstantSource clock) {
    this.sagas = sagas;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Accepts an order; the same customer and key again is the same order.
   *
   * @return its id
   * @throws IllegalArgumentException when a field is missing
   */
  String place(String key, ObjectNode body) {
    List.of("customerId", "currency", "lines", "paymentMethod", "shipTo").stream().filter(field -> !body.hasNonNull(field)).findFirst()
        .ifPresent(field -> {
          throw new IllegalArgumentException(field + " is required");
        });
    String orderId = UUID.nameUUIDFromBytes((body.path("customerId").asText() + "/" + key).getBytes(StandardCharsets.UTF_8)).toString();
    ObjectNode data = Json.object();
    data.set("order", body);
    // The saga row's condition and the inbox row both refuse a second one.
    transactions.write("place/" + orderId, Change.of(sagas.put(Row.first(orderId, Stage.RESERVING.name(), data)),
        Outgoing.now(Kind.RESERVE_STOCK, orderId, contents(Kind.RESERVE_STOCK, body))));
    return orderId;
  }

  /** How an order looks from outside; empty when there is none. */
  Optional<ObjectNode> view(String orderId) {
    return sagas.read(orderId).map(row -> {
      ObjectNode view = Json.object().put("orderId", orderId).put("state", row.state());
      List.of("reason", "confirmedAt").stream().filter(row.data()::has).forEach(field -> view.set(field, row.data().get(field)));
      return view;
    });
  }

  @Override
  public Change handle(Message message) {
    Row saga = sagas.require(message.orderId());
    return Saga.after(Stage.valueOf(saga.state()), message.kind()).map(transition -> {
      Row next = saga.next(transition.to().name());
      if (message.data().has("reason")) {
        next.data().set("reason", message.data().get("reason"));
      }
      if (transition.to() == Stage.CONFIRMED) {
        next.data().put("confirmedAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
      }
      return Change.of(sagas.put(next), Outgoing.now(transition.sends(), message.orderId(),
          contents(transition.sends(), saga.data().path("order"))));
    }).orElseGet(Change::none);
  }

  private static ObjectNode contents(Kind kind, JsonNode order) {
    ObjectNode contents = Json.object();
    switch (kind) {
      case RESERVE_STOCK -> contents.set("lines", quantities(order));
      case AUTHORIZE_PAYMENT -> contents.put("amount", total(order)).put("currency", order.path("currency").asText())
          .put("method", order.path("paymentMethod").asText());
      case ARRANGE_SHIPMENT -> {
        contents.set("shipTo", order.path("shipTo"));
        contents.set("lines", quantities(order));
      }
      default -> { }
    }
    return contents;
  }

  private static ArrayNode quantities(JsonNode order) {
    ArrayNode quantities = Json.object().arrayNode();
    order.path("lines").forEach(line -> quantities.addObject().put("sku", line.path("sku").asText()).put("quantity", line.path("quantity").asInt()));
    return quantities;
  }

  private static long total(JsonNode order) {
    long total = 0;
    for (JsonNode line : order.path("lines")) {
      total += line.path("quantity").asLong() * line.path("unitPrice").asLong();
    }
    return total;
  }
}
