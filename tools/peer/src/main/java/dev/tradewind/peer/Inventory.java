package dev.tradewind.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Sets stock aside for orders: a counter a product, and a reservation an order. */
final class Inventory implements Handler {

  private static final String AVAILABLE = "available";

  private final DynamoDbAsyncClient dynamo;
  private final StateTable table;
  private final Transactions transactions;

  Inventory(DynamoDbAsyncClient dynamo, StateTable table, Transactions transactions) {
    this.dynamo = dynamo;
    this.table = table;
    this.transactions = transactions;
  }

  /** Units that arrived; the same key again counts once, as long as the inbox remembers it. */
  void receive(String key, String sku, long quantity) {
    if (transactions.write("receipt/" + sku + "/" + key, new Change(List.of(add(sku, quantity)), List.of())) == Transactions.Outcome.STALE) {
      throw new IllegalStateException("stock of %s was changed by others at the same time; send the receipt again".formatted(sku));
    }
  }

  /** Units that can be reserved; empty when the product was never received. */
  Optional<Long> available(String sku) {
    var item = dynamo.getItem(get -> get.tableName(table.name()).key(StateTable.key("stock/" + sku)).consistentRead(true)
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)).join().item();
    return item.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(item.get(AVAILABLE).n()));
  }

  @Override
  public Change handle(Message message) {
    String id = "reservation/" + message.orderId();
    return switch (message.kind()) {
      case RESERVE_STOCK -> reserve(id, message);
      case RELEASE_STOCK -> release(table.require(id), message);
      case ORDER_CONFIRMED -> Change.of(table.put(table.require(id).next("SOLD")), Outgoing.now(Kind.STOCK_SOLD, message.orderId()));
      default -> throw new IllegalArgumentException("inventory does not take " + message.kind());
    };
  }

  private Change reserve(String id, Message message) {
    List<TransactWriteItem> writes = new ArrayList<>();
    for (JsonNode line : message.data().path("lines")) {
      String sku = line.path("sku").asText();
      long quantity = line.path("quantity").asLong();
      if (available(sku).orElse(0L) < quantity) {
        ObjectNode why = Json.object().put("reason", "out-of-stock");
        return Change.of(table.put(Row.first(id, "REJECTED", why)), Outgoing.now(Kind.STOCK_REJECTED, message.orderId(), why));
      }
      writes.add(take(sku, quantity));
    }
    writes.add(table.put(Row.first(id, "RESERVED", message.data())));
    return new Change(writes, List.of(Outgoing.now(Kind.STOCK_RESERVED, message.orderId())));
  }

  private Change release(Row reservation, Message message) {
    List<TransactWriteItem> writes = new ArrayList<>(List.of(table.put(reservation.next("RELEASED"))));
    reservation.data().path("lines").forEach(line -> writes.add(add(line.path("sku").asText(), line.path("quantity").asLong())));
    return new Change(writes, List.of(Outgoing.now(Kind.STOCK_RELEASED, message.orderId())));
  }

  private TransactWriteItem take(String sku, long quantity) {
    return counter(sku, Update.builder().updateExpression("ADD available :less").conditionExpression("available >= :quantity")
        .expressionAttributeValues(Map.of(":less", StateTable.number(-quantity), ":quantity", StateTable.number(quantity))));
  }

  private TransactWriteItem add(String sku, long quantity) {
    return counter(sku, Update.builder().updateExpression("ADD available :more")
        .expressionAttributeValues(Map.of(":more", StateTable.number(quantity))));
  }

  private TransactWriteItem counter(String sku, Update.Builder update) {
    return TransactWriteItem.builder().update(update.tableName(table.name()).key(StateTable.key("stock/" + sku)).build()).build();
  }
}
