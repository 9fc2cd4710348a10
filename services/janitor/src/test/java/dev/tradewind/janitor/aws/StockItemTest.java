package dev.tradewind.janitor.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.inventory.StockReceived;
import dev.tradewind.contracts.inventory.StockRejected;
import dev.tradewind.contracts.inventory.StockReleased;
import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.core.Event;
import dev.tradewind.janitor.Journals.Stood;
import dev.tradewind.janitor.World;
import dev.tradewind.janitor.domain.Counter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StockItemTest {

  private final StockItem stock = new StockItem(World.CODEC);

  private static Map<String, AttributeValue> token(String... states) {
    var changes = new ArrayList<AttributeValue>();
    for (var state : states) {
      changes.add(fromM(Map.of("state", fromS(state), "cause", fromS("m-" + changes.size()), "trace", fromS("00-a-b-01"),
          "at", fromN(Long.toString(1_000 * (changes.size() + 1))))));
    }
    return new HashMap<>(Map.of("key", fromS("order/o-1"), "version", fromN("" + states.length), "state", fromS(states[states.length - 1]),
        "changes", fromL(changes), "taken", fromL(List.of(taken("kettle", 2), taken("cup", 1), taken("kettle", 3)))));
  }

  private static AttributeValue taken(String sku, int quantity) {
    return fromM(Map.of("sku", fromS(sku), "warehouse", fromS("eu-1"), "shard", fromN("0"), "quantity", fromN("" + quantity)));
  }

  private List<Event> told(Map<String, AttributeValue> item) {
    return stock.commits(item).stream().map(Stood::commit).flatMap(commit -> World.CODEC.messages(commit).stream())
        .map(message -> (Event) message.data()).toList();
  }

  @Test
  void a_token_tells_its_changes_as_commits_of_the_orders_stock() {
    var commits = stock.commits(token("RESERVED", "RELEASED"));
    assertThat(commits).extracting(each -> each.commit().id()).containsExactly("stock/o-1/1", "stock/o-1/2");
    assertThat(commits).extracting(each -> each.commit().at()).containsExactly(Instant.ofEpochSecond(1), Instant.ofEpochSecond(2));
    assertThat(commits).extracting(each -> each.commit().cause().id()).containsExactly("m-0", "m-1");
    assertThat(commits).allSatisfy(each -> {
      assertThat(each.commit().service()).isEqualTo("inventory");
      assertThat(each.commit().cause().correlationId()).isEqualTo("o-1");
      assertThat(each.commit().cause().traceparent()).isEqualTo("00-a-b-01");
      assertThat(each.moves()).as("also when units only come back").containsExactlyInAnyOrder("kettle", "cup");
    });
    assertThat(told(token("RESERVED", "RELEASED"))).containsExactly(
        new StockReserved("o-1", List.of(new Quantity("kettle", 5), new Quantity("cup", 1))), new StockReleased("o-1"));
  }

  @Test
  void a_rejection_says_why() {
    var item = token("REJECTED");
    item.remove("taken");
    item.put("reason", fromS("out-of-stock"));
    item.put("skus", fromL(List.of(fromS("kettle"))));
    assertThat(told(item)).containsExactly(new StockRejected("o-1", "out-of-stock", List.of("kettle")));
  }

  @Test
  void a_token_that_lost_a_change_begins_too_late() {
    var item = token("RELEASED");
    item.put("version", fromN("2"));
    assertThat(stock.commits(item)).extracting(each -> each.commit().version()).containsExactly(2L);
  }

  @Test
  void a_receipt_tells_one_commit() {
    Map<String, AttributeValue> item = Map.of("key", fromS("receipt/kettle/abc"), "version", fromN("1"), "warehouse", fromS("eu-1"),
        "quantity", fromN("10"), "at", fromN("5000"));
    var receipt = stock.commits(item).getFirst();
    assertThat(receipt.commit().stream()).hasToString("receipt/kettle/abc");
    assertThat(receipt.commit().cause().id()).isEqualTo("request/receive/kettle/abc");
    assertThat(receipt.moves()).containsExactly("kettle");
    assertThat(told(item)).containsExactly(new StockReceived("abc", "kettle", "eu-1", 10));
  }

  @Test
  void a_counter_is_a_counter_and_nothing_else() {
    Map<String, AttributeValue> item = Map.of("key", fromS("stock/kettle/eu-1/0"), "available", fromN("7"), "received", fromN("10"));
    assertThat(stock.counter(item)).contains(new Counter("kettle", 7, 10));
    assertThat(stock.commits(item)).isEmpty();
    assertThat(stock.counter(token("SOLD"))).isEmpty();
    assertThat(stock.commits(Map.of("key", fromS("sku/kettle"), "version", fromN("1")))).isEmpty();
  }

  @Test
  void a_state_that_is_not_known_is_named() {
    assertThatThrownBy(() -> stock.commits(token("BORROWED"))).hasMessageContaining("o-1").hasMessageContaining("BORROWED");
  }
}
