package dev.tradewind.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.launcher.platform.Component;
import dev.tradewind.launcher.platform.Topology;
import java.time.Instant;
import java.util.Map;

/** A system that takes the same orders behind the same POST, in as many processes with the same JVM options, on the same stand-ins. */
enum Contender {

  /** The platform. */
  TRADEWIND("Tradewind", "tradewind-orders", "tradewind.orders.OrderConfirmed.v1", "tradewind.orders.OrderDelivered.v1") {
    @Override
    Topology topology() {
      return ordersWay();
    }

    @Override
    String timesPath(String orderId) {
      return "/v1/orders/" + orderId + "/history";
    }

    @Override
    Instant confirmedAt(JsonNode history) {
      for (JsonNode step : history.path("steps")) {
        for (JsonNode event : step.path("events")) {
          if (event.path("type").asText().equals("OrderConfirmed")) {
            return Instant.parse(step.path("at").asText());
          }
        }
      }
      throw notConfirmed(history);
    }
  },

  /** The same flow from the textbooks, {@code tools/peer}. */
  PEER("peer", "peer-orders", "ORDER_CONFIRMED", "ORDER_DELIVERED") {
    @Override
    Topology topology() {
      return new Topology(ordersWay().components().stream().map(component -> component.isService() ? peer(component) : component).toList());
    }

    @Override
    String timesPath(String orderId) {
      return "/v1/orders/" + orderId;
    }

    @Override
    Instant confirmedAt(JsonNode order) {
      if (!order.hasNonNull("confirmedAt")) {
        throw notConfirmed(order);
      }
      return Instant.parse(order.path("confirmedAt").asText());
    }
  };

  private final String title;
  private final String topic;
  private final String confirmed;
  private final String delivered;

  Contender(String title, String topic, String confirmed, String delivered) {
    this.title = title;
    this.topic = topic;
    this.confirmed = confirmed;
    this.delivered = delivered;
  }

  /** For people. */
  String title() {
    return title;
  }

  /** Where it says what became of orders. */
  String topic() {
    return topic;
  }

  /** The type of the message that says an order is confirmed. */
  String confirmed() {
    return confirmed;
  }

  /** The type of the message that says an order is delivered. */
  String delivered() {
    return delivered;
  }

  /** The processes, on their usual ports. */
  abstract Topology topology();

  /** Where the orders service says when an order was confirmed. */
  abstract String timesPath(String orderId);

  /**
   * When an order was confirmed, by the time written with it.
   *
   * @throws BenchException when it was not
   */
  abstract Instant confirmedAt(JsonNode times);

  /** What carries an order to its end; what only reads along is not measured. */
  private static Topology ordersWay() {
    return Topology.standard().withOnly(Report.SERVICES);
  }

  private static Component peer(Component service) {
    return new Component(service.name(), "tools/peer", "target/peer.jar", service.port(), service.jvmOptions(),
        Map.of("PEER_SERVICE", service.name(), "PEER_PARTNERS_URL", "{partners}"), service.readiness());
  }

  private static BenchException notConfirmed(JsonNode order) {
    return new BenchException("order %s is not confirmed in its history".formatted(order.path("orderId").asText()));
  }
}
