package dev.tradewind.queries.views;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.core.wire.Json;
import dev.tradewind.queries.domain.OrderState;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.domain.Position;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A view as an item: the document as it was told, and beside it what lists are made by. The same view is the same item to the last byte. */
final class ViewItem {

  static final String ORDER = "order";
  static final String VERSION = "version";
  static final String CUSTOMER = "customer";
  static final String STATE = "state";
  static final String SLICE = "slice";
  static final String PLACED = "placed";
  static final String SKUS = "skus";

  private static final String CHANGED = "changed";
  private static final String DOCUMENT = "document";

  /**
   * Over how many partitions of the index the orders of a state are spread. In one, all orders of the world that are delivered would be
   * written to a single partition of 1,000 units a second, which would then hold back the table itself.
   */
  private static final int SLICES = 8;

  private static final ObjectMapper JSON = Json.mapper();

  private ViewItem() {}

  static Map<String, AttributeValue> write(OrderView view) {
    var item = new HashMap<String, AttributeValue>();
    item.put(ORDER, fromS(view.orderId()));
    item.put(VERSION, fromN(Long.toString(view.version())));
    item.put(CUSTOMER, fromS(view.order().customerId()));
    item.put(STATE, fromS(view.order().state()));
    item.put(SLICE, fromS(slice(view.order().state(), Math.floorMod(view.orderId().hashCode(), SLICES))));
    item.put(PLACED, fromS(view.position().text()));
    item.put(CHANGED, fromS(view.changedAt().toString()));
    item.put(DOCUMENT, fromS(json(view.order())));
    if (!view.skus().isEmpty()) {
      item.put(SKUS, fromSs(List.copyOf(view.skus())));
    }
    return item;
  }

  /** @throws IllegalStateException when this build does not understand what is stored */
  static OrderView read(Map<String, AttributeValue> item) {
    return new OrderView(
        document(item), Long.parseLong(item.get(VERSION).n()), Instant.parse(item.get(CHANGED).s()));
  }

  static Position position(Map<String, AttributeValue> item) {
    return new Position(item.get(PLACED).s());
  }

  /** The partitions of the index that together hold the orders of a state. */
  static List<String> slices(OrderState state) {
    return IntStream.range(0, SLICES).mapToObj(number -> slice(state.name(), number)).toList();
  }

  private static String slice(String state, int number) {
    return state + "/" + number;
  }

  private static String json(OrderDocument order) {
    try {
      return JSON.writeValueAsString(order);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the document of order " + order.orderId(), e);
    }
  }

  private static OrderDocument document(Map<String, AttributeValue> item) {
    try {
      return JSON.readValue(item.get(DOCUMENT).s(), OrderDocument.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "the view of order %s cannot be read; run a version of the service that knows it, or rebuild the views".formatted(item.get(ORDER).s()), e);
    }
  }
}
