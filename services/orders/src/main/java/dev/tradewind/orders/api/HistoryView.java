package dev.tradewind.orders.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.core.wire.Json;
import dev.tradewind.orders.domain.OrderEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Everything that happened to an order, oldest first.
 *
 * @param orderId the order
 * @param steps its commits
 */
record HistoryView(String orderId, List<Step> steps) {

  private static final ObjectMapper JSON = Json.mapper();
  private static final Set<String> HIDDEN = Set.of("method", "fingerprint");

  /**
   * One commit.
   *
   * @param cause the message or request that led to it
   * @param traceparent W3C trace context of the step
   */
  record Step(long version, Instant at, String cause, String traceparent, List<Happened> events) {}

  /** One event: its name, and what it says without the card token. */
  record Happened(String type, JsonNode data) {}

  static HistoryView of(String orderId, History<OrderEvent> history) {
    return new HistoryView(orderId, history.commits().stream().map(HistoryView::step).toList());
  }

  private static Step step(Commit<OrderEvent> commit) {
    return new Step(
        commit.version(),
        commit.at(),
        commit.cause().id(),
        commit.cause().traceparent(),
        commit.events().stream().map(HistoryView::happened).toList());
  }

  private static Happened happened(OrderEvent event) {
    ObjectNode data = JSON.valueToTree(event);
    data.remove(HIDDEN);
    return new Happened(event.getClass().getSimpleName(), data);
  }
}
