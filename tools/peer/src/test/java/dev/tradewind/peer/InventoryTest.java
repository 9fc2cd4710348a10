package dev.tradewind.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.Update;

class InventoryTest {

  private final FakeDynamo dynamo = new FakeDynamo();
  private final Transactions transactions = new Transactions(dynamo, ServiceName.INVENTORY, letters -> { }, InstantSource.system());
  private final Inventory inventory = new Inventory(dynamo, new StateTable(dynamo, "peer-inventory"), transactions);

  @Test
  void every_line_is_taken_from_its_counter_or_nothing_is() {
    stock("A", 2);
    stock("B", 5);

    Change change = inventory.handle(reserve());

    assertThat(change.state()).hasSize(3);
    Update first = change.state().getFirst().update();
    assertThat(first.conditionExpression()).isEqualTo("available >= :quantity");
    assertThat(first.expressionAttributeValues().get(":less").n()).isEqualTo("-2");
    assertThat(change.state().getLast().put().item().get("state").s()).isEqualTo("RESERVED");
    assertThat(kind(change)).isEqualTo(Kind.STOCK_RESERVED);
  }

  @Test
  void one_line_too_many_rejects_the_whole_order() {
    stock("A", 2);
    stock("B", 0);

    Change change = inventory.handle(reserve());

    assertThat(change.state()).hasSize(1);
    assertThat(kind(change)).isEqualTo(Kind.STOCK_REJECTED);
    assertThat(change.outgoing().getFirst().message().data().path("reason").asText()).isEqualTo("out-of-stock");
  }

  @Test
  void a_product_that_was_never_received_is_out_of_stock() {
    assertThat(kind(inventory.handle(reserve()))).isEqualTo(Kind.STOCK_REJECTED);
    assertThat(inventory.available("A")).isEmpty();
  }

  @Test
  void releasing_gives_back_what_was_taken() {
    stock("A", 2);
    stock("B", 5);
    transactions.write("m-1", inventory.handle(reserve()));

    Change change = inventory.handle(new Message("m-2", Kind.RELEASE_STOCK, "o-1", Json.object()));

    assertThat(change.state().getFirst().put().item().get("state").s()).isEqualTo("RELEASED");
    assertThat(change.state().subList(1, 3)).extracting(item -> item.update().expressionAttributeValues().get(":more").n()).containsExactly("2", "1");
    assertThat(kind(change)).isEqualTo(Kind.STOCK_RELEASED);
  }

  @Test
  void a_confirmed_order_has_sold_its_stock() {
    stock("A", 2);
    stock("B", 5);
    transactions.write("m-1", inventory.handle(reserve()));

    Change change = inventory.handle(new Message("m-2", Kind.ORDER_CONFIRMED, "o-1", Json.object()));

    assertThat(change.state()).hasSize(1);
    assertThat(change.state().getFirst().put().item().get("state").s()).isEqualTo("SOLD");
  }

  @Test
  void what_was_never_reserved_cannot_be_released() {
    assertThatThrownBy(() -> inventory.handle(new Message("m", Kind.RELEASE_STOCK, "o-9", Json.object()))).hasMessageContaining("o-9");
  }

  @Test
  void a_message_for_somebody_else_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> inventory.handle(new Message("m", Kind.DELIVER, "o-1", Json.object())))
        .withMessageContaining("DELIVER");
  }

  @Test
  void a_receipt_that_met_others_asks_to_be_sent_again() {
    dynamo.cancelNext("None", "TransactionConflict");

    assertThatThrownBy(() -> inventory.receive("r-1", "A", 5)).hasMessageContaining("A").hasMessageContaining("again");
  }

  private void stock(String sku, long available) {
    dynamo.put("peer-inventory", "stock/" + sku, Map.of("available", StateTable.number(available)));
  }

  private static Message reserve() {
    return new Message("m-1", Kind.RESERVE_STOCK, "o-1", Json.read("{\"lines\":[{\"sku\":\"A\",\"quantity\":2},{\"sku\":\"B\",\"quantity\":1}]}"));
  }

  private static Kind kind(Change change) {
    assertThat(change.outgoing()).hasSize(1);
    return change.outgoing().getFirst().message().kind();
  }
}
