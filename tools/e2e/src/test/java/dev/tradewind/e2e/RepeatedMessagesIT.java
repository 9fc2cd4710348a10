package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Message;
import dev.tradewind.core.Types.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnStage("calm")
class RepeatedMessagesIT {

  private static final Random ANY_ORDER = new Random(42);

  private final Stage stage;

  RepeatedMessagesIT(Stage stage) {
    this.stage = stage;
  }

  /** Everything that a message could change about an order. */
  private record Snapshot(String order, String history, List<Partner.Entry> money, List<Partner.Entry> parcels, Map<String, Long> versions) {}

  @ParameterizedTest
  @CsvSource({"tok_approved,DELIVERED", "tok_declined,CANCELLED", "tok_capture_declined,CANCELLED"})
  void everyMessageOfAnOrderMayComeThreeTimesAndInAnyOrder(String method, String end) {
    String sku = stage.stock().product("THRICE", 10);
    Order order = endedOrder(sku, method, end);
    Snapshot before = snapshot(order);
    Map<Message, List<String>> messages = messages(order);
    assertThat(messages).hasSizeGreaterThan(4);

    List<Message> twiceMore = new ArrayList<>(messages.keySet());
    twiceMore.addAll(messages.keySet());
    Collections.shuffle(twiceMore, ANY_ORDER);
    twiceMore.forEach(message -> messages.get(message).forEach(queue -> stage.queues().send(queue, message)));

    stage.queues().awaitCalm();
    assertThat(snapshot(order)).isEqualTo(before);
    stage.stock().shows(sku, 10, end.equals("DELIVERED") ? 1 : 0);
    stage.queues().areWithoutDeadLetters();
  }

  @Test
  void aMessageRedrivenFromADeadLetterQueueChangesNothing() {
    String sku = stage.stock().product("REDRIVEN", 10);
    Order order = endedOrder(sku, "tok_approved", "DELIVERED");
    Snapshot before = snapshot(order);
    Map<Message, List<String>> messages = messages(order);
    messages.forEach((message, queues) -> queues.forEach(queue -> stage.queues().bury(queue, message)));

    stage.queues().all().forEach(stage.queues()::redrive);

    stage.queues().awaitCalm();
    assertThat(snapshot(order)).isEqualTo(before);
    stage.stock().shows(sku, 10, 1);
    stage.queues().areWithoutDeadLetters();
  }

  private Order endedOrder(String sku, String method, String end) {
    Order order = stage.orders().place(NewOrder.of(sku, 1).paying(method));
    assertThat(stage.orders().end(order)).isEqualTo(end);
    stage.queues().awaitCalm();
    return order;
  }

  private Snapshot snapshot(Order order) {
    Map<String, Long> versions = new LinkedHashMap<>();
    versions.put("orders", stage.journal().version("orders", "order/" + order.id()));
    versions.put("payments", stage.journal().version("payments", "payment/" + order.id()));
    versions.put("shipping", stage.journal().version("shipping", "shipment/" + order.id()));
    return new Snapshot(stage.orders().show(order.id()).body(), stage.orders().history(order).toString(),
        stage.provider().done(order), stage.carrier().done(order), versions);
  }

  /** Every message of the order that lies in a journal, with the queues it went to. */
  private Map<Message, List<String>> messages(Order order) {
    Map<Message, List<String>> messages = new LinkedHashMap<>();
    Map.of("orders", "order/", "payments", "payment/", "shipping", "shipment/").forEach((service, kind) ->
        stage.journal().sent(service, kind + order.id()).forEach(message -> messages.put(message, queues(service, message))));
    return messages;
  }

  private static List<String> queues(String service, Message message) {
    if (message.data() instanceof Deadline) {
      return List.of("tradewind-" + service + "-commands");
    }
    if (message.data() instanceof OrderConfirmed) {
      return List.of("tradewind-inventory-events", "tradewind-shipping-events", "tradewind-queries-events");
    }
    var type = Contracts.TYPES.typeOf(message.data());
    if (type.role() == Role.COMMAND) {
      return List.of("tradewind-" + type.service() + "-commands");
    }
    return List.of(service.equals("orders") ? "tradewind-queries-events" : "tradewind-orders-events");
  }
}
