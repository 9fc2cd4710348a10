package dev.tradewind.orders.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.contracts.inventory.StockSold;
import dev.tradewind.orders.api.OrdersApi;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** A message that cannot be understood goes to the dead-letter queue at once, with the reason, and holds up nothing. */
@QuarkusTest
class DeadLettersTest {

  /** Far less than the twenty receives after which SQS would move it. */
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject
  Partners partners;

  @Test
  void what_is_no_json_is_buried_with_the_reason_and_unchanged() {
    var body = "this is no message " + UUID.randomUUID();
    partners.sendText(body, "tradewind.inventory.StockReserved.v1");

    assertThat(reason(buried(message -> message.body().equals(body)))).startsWith("not JSON");
  }

  @Test
  void a_message_of_an_unknown_type_is_buried() {
    var mark = UUID.randomUUID().toString();
    partners.sendText("""
        {"specversion":"1.0","id":"%s","source":"/x","type":"tradewind.inventory.StockLost.v9","subject":"s","time":"2026-01-01T00:00:00Z",
         "sequence":"1","causationid":"c","correlationid":"o","data":{}}""".formatted(mark), "tradewind.inventory.StockLost.v9");

    assertThat(reason(buried(message -> message.body().contains(mark)))).isEqualTo("type tradewind.inventory.StockLost.v9 is not known here");
  }

  @Test
  void an_event_orders_does_not_listen_to_is_buried_by_the_handler() {
    var event = partners.answer("o-" + UUID.randomUUID(), new StockSold("o-1", List.of()));
    partners.send(event);

    assertThat(reason(buried(message -> message.body().contains(event.id())))).isEqualTo("orders does not listen to StockSold");
  }

  @Test
  void a_reason_never_repeats_what_the_message_holds() {
    var mark = UUID.randomUUID().toString();
    partners.sendText("""
        {"specversion":"1.0","id":"%s","source":"/x","type":"tradewind.inventory.StockReserved.v1","subject":"s","time":"2026-01-01T00:00:00Z",
         "sequence":"1","causationid":"c","correlationid":"o","data":{"orderId":"o","lines":[{"sku":"tok_secret","quantity":"tok_secret"}]}}"""
        .formatted(mark), "tradewind.inventory.StockReserved.v1");

    assertThat(reason(buried(message -> message.body().contains(mark)))).contains("lines[0].quantity").doesNotContain("tok_secret");
  }

  @Test
  void good_messages_behind_bad_ones_are_handled_at_once() {
    var id = OrdersApi.place();
    for (int i = 0; i < 25; i++) {
      partners.sendText("nonsense", "nonsense");
    }
    partners.tell(id, new StockReserved(id, List.of()));

    await().atMost(SOON).until(() -> OrdersApi.state(id).equals("STOCK_RESERVED"));
  }

  private Message buried(Predicate<Message> wanted) {
    var found = new ArrayList<Message>();
    await().atMost(SOON).until(() -> {
      partners.take("orders-events-dlq").stream().filter(wanted).forEach(found::add);
      return !found.isEmpty();
    });
    return found.getFirst();
  }

  private static String reason(Message buried) {
    return buried.messageAttributes().get("reason").stringValue();
  }
}
