package dev.tradewind.chaos.collect;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads tables as they are at this moment. */
final class Tables {

  private final DynamoDbClient dynamo;

  Tables(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  void scan(String table, Consumer<Map<String, AttributeValue>> reader) {
    dynamo.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().forEach(reader);
  }

  /** The commits of one stream. */
  void stream(String table, String stream, Consumer<Map<String, AttributeValue>> reader) {
    dynamo.queryPaginator(query -> query.tableName(table).consistentRead(true)
        .keyConditionExpression("#stream = :stream")
        .expressionAttributeNames(Map.of("#stream", "stream"))
        .expressionAttributeValues(Map.of(":stream", AttributeValue.fromS(stream)))).items().forEach(reader);
  }
}
