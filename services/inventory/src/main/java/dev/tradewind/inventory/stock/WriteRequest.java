package dev.tradewind.inventory.stock;

import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.grouping.CounterChange;
import dev.tradewind.inventory.grouping.StockWrite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** A write in DynamoDB's words. Counters come first, then items, in the order of the write: cancellation reasons follow that order. */
final class WriteRequest {

  private static final ReturnValuesOnConditionCheckFailure SHOW = ReturnValuesOnConditionCheckFailure.ALL_OLD;

  private final String table;

  WriteRequest(String table) {
    this.table = table;
  }

  TransactWriteItemsRequest transaction(StockWrite write) {
    var parts = new ArrayList<TransactWriteItem>();
    write.counters().forEach((key, change) -> parts.add(TransactWriteItem.builder().update(update(key, change)).build()));
    write.items().forEach(item -> parts.add(TransactWriteItem.builder().put(put(item)).build()));
    return TransactWriteItemsRequest.builder().transactItems(parts).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
  }

  /** One item goes without a transaction, which would cost twice. */
  PutItemRequest single(Item item) {
    var put = put(item);
    return PutItemRequest.builder()
        .tableName(table)
        .item(put.item())
        .conditionExpression(put.conditionExpression())
        .expressionAttributeNames(put.expressionAttributeNames())
        .expressionAttributeValues(put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null)
        .returnValuesOnConditionCheckFailure(SHOW)
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }

  private Put put(Item item) {
    var put = Put.builder().tableName(table).item(StoredItem.write(item)).returnValuesOnConditionCheckFailure(SHOW);
    return (item.version() == 1
        ? put.conditionExpression("attribute_not_exists(#key)").expressionAttributeNames(Map.of("#key", StoredItem.KEY))
        : put.conditionExpression("#version = :before")
            .expressionAttributeNames(Map.of("#version", StoredItem.VERSION))
            .expressionAttributeValues(Map.of(":before", StoredItem.number(item.version() - 1))))
        .build();
  }

  private Update update(CounterKey key, CounterChange change) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":zero", StoredItem.number(0));
    values.put(":gain", StoredItem.number(change.available()));
    values.put(":arrived", StoredItem.number(change.received()));
    var update = Update.builder()
        .tableName(table)
        .key(Map.of(StoredItem.KEY, AttributeValue.fromS(key.toString())))
        .updateExpression("SET available = if_not_exists(available, :zero) + :gain, received = if_not_exists(received, :zero) + :arrived");
    if (change.available() < 0) {
      values.put(":needed", StoredItem.number(-change.available()));
      update.conditionExpression("available >= :needed").returnValuesOnConditionCheckFailure(SHOW);
    }
    return update.expressionAttributeValues(values).build();
  }
}
