package dev.tradewind.peer;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How large DynamoDB says an item is, and what writing it in a transaction costs (its developer guide, "item sizes and formats"). */
final class ItemSize {

  private static final int UNIT_BYTES = 1_024;
  private static final int TRANSACTIONAL = 2;

  private ItemSize() {}

  /** Two write units for each started kibibyte. */
  static long transactionalWriteUnits(Map<String, AttributeValue> item) {
    return TRANSACTIONAL * Math.max(1, Math.ceilDiv(bytes(item), UNIT_BYTES));
  }

  static int bytes(Map<String, AttributeValue> item) {
    return item.entrySet().stream().mapToInt(attribute -> utf8(attribute.getKey()) + bytes(attribute.getValue())).sum();
  }

  private static int bytes(AttributeValue value) {
    return switch (value.type()) {
      case S -> utf8(value.s());
      // About one byte for two significant digits, and one more.
      case N -> Math.ceilDiv(value.n().replaceAll("\\D", "").replaceAll("^0+|0+$", "").length(), 2) + 1;
      default -> throw new IllegalArgumentException("only texts and numbers are written here, not " + value.type());
    };
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
