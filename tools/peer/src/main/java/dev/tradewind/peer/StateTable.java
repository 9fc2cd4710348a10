package dev.tradewind.peer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Rows under optimistic locking. */
final class StateTable {

  static final String ID = "id";

  private final DynamoDbAsyncClient dynamo;
  private final String name;

  StateTable(DynamoDbAsyncClient dynamo, String name) {
    this.dynamo = dynamo;
    this.name = name;
  }

  String name() {
    return name;
  }

  Optional<Row> read(String id) {
    var item = dynamo.getItem(get -> get.tableName(name).key(key(id)).consistentRead(true).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
        .join().item();
    return item.isEmpty() ? Optional.empty() : Optional.of(new Row(id, Long.parseLong(item.get("version").n()), item.get("state").s(),
        Json.read(item.get("data").s())));
  }

  Row require(String id) {
    return read(id).orElseThrow(() -> new IllegalStateException(name + " has no row " + id + ", which the message is about"));
  }

  /** Writes the row unless somebody else changed it since it was read. */
  TransactWriteItem put(Row row) {
    var item = new HashMap<>(key(row.id()));
    item.put("version", number(row.version()));
    item.put("state", AttributeValue.fromS(row.state()));
    item.put("data", AttributeValue.fromS(Json.write(row.data())));
    var put = Put.builder().tableName(name).item(item);
    if (row.version() == 1) {
      put.conditionExpression("attribute_not_exists(id)");
    } else {
      put.conditionExpression("version = :before").expressionAttributeValues(Map.of(":before", number(row.version() - 1)));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  static Map<String, AttributeValue> key(String id) {
    return Map.of(ID, AttributeValue.fromS(id));
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
