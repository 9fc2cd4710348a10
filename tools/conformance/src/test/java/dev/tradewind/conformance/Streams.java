package dev.tradewind.conformance;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A table keyed by stream and version, and the items it holds. */
record Streams(DynamoDbClient dynamoDb, String table) {

  static final String IS_NEW = "attribute_not_exists(#stream)";
  static final Map<String, String> NAMES = Map.of("#stream", "stream");

  static Streams create(DynamoDbClient dynamoDb, String name) {
    dynamoDb.createTable(table -> table
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            AttributeDefinition.builder().attributeName("stream").attributeType(ScalarAttributeType.S).build(),
            AttributeDefinition.builder().attributeName("version").attributeType(ScalarAttributeType.N).build())
        .keySchema(
            KeySchemaElement.builder().attributeName("stream").keyType(KeyType.HASH).build(),
            KeySchemaElement.builder().attributeName("version").keyType(KeyType.RANGE).build()));
    dynamoDb.waiter().waitUntilTableExists(table -> table.tableName(name));
    return new Streams(dynamoDb, name);
  }

  static Map<String, AttributeValue> key(String stream, long version) {
    return Map.of("stream", AttributeValue.fromS(stream), "version", AttributeValue.fromN(Long.toString(version)));
  }

  static Map<String, AttributeValue> item(String stream, long version, String body) {
    return with(key(stream, version), "body", AttributeValue.fromS(body));
  }

  static Map<String, AttributeValue> with(Map<String, AttributeValue> item, String name, AttributeValue value) {
    var extended = new HashMap<>(item);
    extended.put(name, value);
    return extended;
  }

  static AttributeValue binary(byte... bytes) {
    return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
  }

  void put(Map<String, AttributeValue> item) {
    dynamoDb.putItem(put -> put.tableName(table).item(item));
  }

  Map<String, AttributeValue> get(String stream, long version) {
    return dynamoDb.getItem(get -> get.tableName(table).key(key(stream, version)).consistentRead(true)).item();
  }

  void delete() {
    dynamoDb.deleteTable(delete -> delete.tableName(table));
  }
}
