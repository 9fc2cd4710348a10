package dev.tradewind.chaos.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What clients are shown of each order. */
final class ShownOrders {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ShownOrders() {}

  static Map<String, Object> read(Tables tables) {
    var shown = new HashMap<String, Object>();
    tables.scan(Names.table(Names.VIEWS), item -> shown.put(item.get("order").s(), content(item)));
    return shown;
  }

  private static Object content(Map<String, AttributeValue> item) {
    try {
      return ToldOrders.content(Long.parseLong(item.get("version").n()), JSON.readTree(item.get("document").s()));
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("the view of order %s is no JSON".formatted(item.get("order").s()), malformed);
    }
  }
}
