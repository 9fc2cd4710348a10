package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.e2e.Http.Answer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The orders service, as its clients see it. */
final class OrdersApi {

  // An order that needs attention is not among them: an answer that comes late still carries it on.
  private static final Set<String> ENDS = Set.of("DELIVERED", "CANCELLED", "REJECTED");

  private final URI base;
  private final Http http;

  OrdersApi(URI base, Http http) {
    this.base = base;
    this.http = http;
  }

  Answer post(NewOrder order) {
    return post(order.key(), order.body(), Map.of());
  }

  Answer post(String key, String body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Idempotency-Key", key);
    return http.post(base.resolve("/v1/orders"), all, body);
  }

  Order place(NewOrder order) {
    return place(order, Map.of());
  }

  Order place(NewOrder order, Map<String, String> headers) {
    Answer answer = post(order.key(), order.body(), headers);
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return new Order(answer.json().path("orderId").asText(), order);
  }

  List<Order> place(Collection<NewOrder> orders) {
    return orders.stream().map(this::place).toList();
  }

  Answer cancel(String orderId, String key) {
    return http.post(base.resolve("/v1/orders/" + orderId + "/cancel"), Map.of("Idempotency-Key", key), "{}");
  }

  /** What an operator decides of an order in review. */
  Answer review(String orderId, String key, String decision) {
    return http.post(base.resolve("/v1/orders/" + orderId + "/review"), Map.of("Idempotency-Key", key), Http.json(Map.of("decision", decision)));
  }

  Answer show(String orderId) {
    return http.get(base.resolve("/v1/orders/" + orderId));
  }

  String state(Order order) {
    Answer answer = show(order.id());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("state").asText();
  }

  String reason(Order order) {
    return show(order.id()).json().path("reason").asText("");
  }

  JsonNode history(Order order) {
    Answer answer = http.get(base.resolve("/v1/orders/" + order.id() + "/history"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /** What happened to it, by the names of its events. */
  List<String> events(Order order) {
    return StreamSupport.stream(history(order).path("steps").spliterator(), false)
        .flatMap(step -> StreamSupport.stream(step.path("events").spliterator(), false))
        .map(event -> event.path("type").asText()).toList();
  }

  String end(Order order) {
    return ends(List.of(order)).get(order);
  }

  /** Waits until all of them have ended, also while the service is away for some time. */
  Map<Order, String> ends(Collection<Order> orders) {
    Map<Order, String> ends = new HashMap<>();
    Map<Order, String> open = new HashMap<>();
    Set<Order> left = new LinkedHashSet<>(orders);
    Stage.eventually().ignoreException(UncheckedIOException.class).alias("all orders end").untilAsserted(() -> {
      for (Order order : List.copyOf(left)) {
        String state = state(order);
        open.put(order, state);
        if (ENDS.contains(state)) {
          ends.put(order, state);
          left.remove(order);
        }
      }
      assertThat(left.stream().limit(5).map(order -> order.id() + " " + open.get(order)).collect(Collectors.toList()))
          .as("%d orders have no end yet", left.size()).isEmpty();
    });
    return ends;
  }
}
