package dev.tradewind.chaos.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tradewind.checker.Stream.Commit;
import dev.tradewind.checker.Stream.Outgoing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CommitReaderTest {

  private final Set<String> deadlines = new HashSet<>();
  private final CommitReader reader = new CommitReader("orders", new Subscribers(SubscribersTest.ROUTES), deadlines);

  @Test
  void reads_cause_and_events_without_their_version_and_content() {
    assertThat(reader.read(item("payment/o1/1/0", """
        [["StepCompleted.v1",{"step":"capture-payment"}],["OrderConfirmed.v12",{}]]""", "[]")))
        .usingRecursiveComparison().ignoringFields("content")
        .isEqualTo(new Commit(3, "payment/o1/1/0", List.of("StepCompleted", "OrderConfirmed"), List.of(), ""));
  }

  @Test
  void its_content_is_all_that_it_holds() {
    var item = item("m", "[]", "[]");
    var same = reader.read(item).content();
    assertThat(reader.read(item("m", " [ ] ", "[]")).content()).isEqualTo(same);

    for (var change : Map.of(
        "c", AttributeValue.fromS("n"), "a", AttributeValue.fromS("q"), "o", AttributeValue.fromS("o9"), "p", AttributeValue.fromS("trace"),
        "t", AttributeValue.fromN("1772366400000"), "e", AttributeValue.fromS("[[\"A.v1\",{}]]"), "m", AttributeValue.fromS("[[\"A.v1\",{}]]"))
        .entrySet()) {
      var other = new HashMap<>(item);
      other.put(change.getKey(), change.getValue());
      assertThat(reader.read(other).content()).as(change.getKey()).isNotEqualTo(same);
    }
  }

  @Test
  void a_commit_may_hold_no_message() {
    var item = item("m", "[]", "[]");
    item.remove("m");

    assertThat(reader.read(item).messages()).isEmpty();
  }

  @Test
  void names_messages_by_their_place_and_finds_their_queues() {
    assertThat(reader.read(item("m", "[]", """
        [["tradewind.payments.CapturePayment.v1",{}],["tradewind.orders.OrderPlaced.v1",{}]]""")).messages()).containsExactly(
            new Outgoing("order/o1/3/0", List.of("tradewind-payments-commands")),
            new Outgoing("order/o1/3/1", List.of()));
  }

  @Test
  void tells_the_ids_of_deadlines() {
    reader.read(item("m", "[]", """
        [["tradewind.payments.CapturePayment.v1",{}],["tradewind.chassis.Deadline.v1",{"stream":"order/o1"},"2026-01-01T00:00:00Z"]]"""));

    assertThat(deadlines).containsExactly("order/o1/3/1");
  }

  @Test
  void the_deadline_of_a_request_bears_the_name_of_the_request() {
    var messages = reader.read(item("request/place", "[]", """
        [["tradewind.inventory.ReserveStock.v1",{}],["tradewind.chassis.Deadline.v1",{"stream":"order/o1"},"2026-01-01T00:00:00Z"]]""")).messages();

    assertThat(messages).extracting(Outgoing::id).containsExactly("order/o1/3/0", "order/o1/3/1/129c7223-f01b-3839-8a9b-7ca50273251f");
    assertThat(deadlines).containsExactly(messages.getLast().id());
  }

  @Test
  void what_is_no_json_is_named() {
    assertThatIllegalStateException().isThrownBy(() -> reader.read(item("m", "nonsense", "[]")))
        .withMessageContaining("commit order/o1/3: attribute e");
  }

  private static Map<String, AttributeValue> item(String cause, String events, String messages) {
    return new HashMap<>(Map.of(
        "stream", AttributeValue.fromS("order/o1"),
        "version", AttributeValue.fromN("3"),
        "c", AttributeValue.fromS(cause),
        "t", AttributeValue.fromN("1772366400000.5"),
        "e", AttributeValue.fromS(events),
        "m", AttributeValue.fromS(messages)));
  }
}
