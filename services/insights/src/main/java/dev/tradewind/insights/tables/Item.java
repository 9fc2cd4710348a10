package dev.tradewind.insights.tables;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys that every table here has. */
final class Item {

  static final String PARTITION = "partition";
  static final String SORT = "sort";

  private Item() {}

  static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of(PARTITION, fromS(partition), SORT, fromS(sort));
  }

  static String text(Map<String, AttributeValue> item, String name) {
    return item.get(name).s();
  }

  static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(item.get(name).n());
  }
}
