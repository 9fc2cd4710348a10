package dev.tradewind.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.peer.Transactions.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class TransactionsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final FakeDynamo dynamo = new FakeDynamo();
  private final List<Letter> relayed = new ArrayList<>();
  private final Transactions transactions = new Transactions(dynamo, ServiceName.ORDERS, relayed::addAll, InstantSource.fixed(NOW));
  private final StateTable table = new StateTable(dynamo, "peer-orders");
  private final Change change = Change.of(table.put(new Row("o-1", 3, "CONFIRMED", Json.object())), Outgoing.now(Kind.ORDER_CONFIRMED, "o-1"),
      Outgoing.now(Kind.CAPTURE_PAYMENT, "o-1"));

  @Test
  void inbox_state_and_outbox_are_written_together() {
    assertThat(transactions.write("m-1", change)).isEqualTo(Outcome.WRITTEN);

    assertThat(dynamo.transactions).hasSize(1);
    assertThat(dynamo.transactions.getFirst()).extracting(item -> item.put().tableName())
        .containsExactly("peer-orders-inbox", "peer-orders", "peer-orders-outbox", "peer-orders-outbox");
  }

  @Test
  void the_inbox_row_is_refused_when_there_is_one_and_forgotten_after_fourteen_days() {
    transactions.write("m-1", change);

    Put inbox = dynamo.transactions.getFirst().getFirst().put();
    assertThat(inbox.conditionExpression()).isEqualTo("attribute_not_exists(id)");
    assertThat(inbox.item().get("id").s()).isEqualTo("m-1");
    assertThat(inbox.item().get("expires").n()).isEqualTo(Long.toString(NOW.plus(Duration.ofDays(14)).getEpochSecond()));
  }

  @Test
  void the_state_is_refused_when_it_is_not_the_one_that_was_read() {
    transactions.write("m-1", change);

    Put state = dynamo.transactions.getFirst().get(1).put();
    assertThat(state.conditionExpression()).isEqualTo("version = :before");
    assertThat(state.expressionAttributeValues().get(":before").n()).isEqualTo("2");
    assertThat(table.put(Row.first("o-2", "RESERVING", Json.object())).put().conditionExpression()).isEqualTo("attribute_not_exists(id)");
  }

  @Test
  void the_relay_hears_of_what_was_written() {
    transactions.write("m-1", change);

    assertThat(relayed).extracting(Letter::id).containsExactlyElementsOf(change.outgoing().stream().map(outgoing -> outgoing.message().id()).toList());
  }

  @Test
  void a_message_that_the_inbox_knows_is_a_repeat_whatever_else_is_wrong() {
    dynamo.cancelNext("ConditionalCheckFailed", "ConditionalCheckFailed", "None", "None");

    assertThat(transactions.write("m-1", change)).isEqualTo(Outcome.REPEATED);
    assertThat(relayed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ConditionalCheckFailed", "TransactionConflict"})
  void a_state_that_moved_on_is_stale(String code) {
    dynamo.cancelNext("None", code, "None", "None");

    assertThat(transactions.write("m-1", change)).isEqualTo(Outcome.STALE);
    assertThat(relayed).isEmpty();
  }

  @Test
  void a_conflict_over_the_inbox_row_proves_no_repeat() {
    dynamo.cancelNext("TransactionConflict", "None", "None", "None");

    assertThat(transactions.write("m-1", change)).isEqualTo(Outcome.STALE);
  }

  @Test
  void whatever_else_fails_fails() {
    dynamo.failNext(ResourceNotFoundException.builder().message("no such table").build());

    assertThatThrownBy(() -> transactions.write("m-1", change)).hasRootCauseInstanceOf(ResourceNotFoundException.class);
    assertThat(relayed).isEmpty();
  }
}
