package dev.tradewind.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.contracts.insights.FraudSuspected;
import dev.tradewind.contracts.inventory.StockReceived;
import dev.tradewind.contracts.janitor.DriftFound;
import dev.tradewind.contracts.orders.OrderLine;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the constructors of the records demand beyond the type of a field, as JSON Schema says it. A test holds both together. */
final class Rules {

  private static final Consumer<ObjectNode> NOT_BLANK = schema -> schema.put("pattern", "\\S");

  private static final Map<String, Consumer<ObjectNode>> RULES = Map.ofEntries(
      rule(Money.class, "amount", schema -> schema.put("minimum", 0)),
      rule(Money.class, "currency", schema -> schema.put("pattern", "^[A-Z]{3}$")),
      rule(Quantity.class, "sku", NOT_BLANK),
      rule(Quantity.class, "quantity", schema -> schema.put("minimum", 1)),
      rule(StockReceived.class, "receiptId", NOT_BLANK),
      rule(StockReceived.class, "sku", NOT_BLANK),
      rule(StockReceived.class, "warehouse", NOT_BLANK),
      rule(StockReceived.class, "quantity", schema -> schema.put("minimum", 1)),
      rule(DriftFound.class, "kind", NOT_BLANK),
      rule(DriftFound.class, "where", NOT_BLANK),
      rule(DriftFound.class, "what", NOT_BLANK),
      rule(DriftFound.class, "advice", NOT_BLANK),
      rule(OrderLine.class, "sku", NOT_BLANK),
      rule(OrderLine.class, "quantity", schema -> schema.put("minimum", 1)),
      rule(OrderLine.class, "unitPrice", schema -> schema.put("minimum", 0)),
      rule(ProductChanged.class, "sku", NOT_BLANK),
      rule(ProductChanged.class, "name", NOT_BLANK),
      rule(ProductChanged.class, "prices", schema -> schema.put("minItems", 1)),
      rule(FraudSuspected.class, "rules", schema -> schema.put("minItems", 1)),
      rule(Address.class, "name", NOT_BLANK),
      rule(Address.class, "street", NOT_BLANK),
      rule(Address.class, "city", NOT_BLANK),
      rule(Address.class, "postalCode", NOT_BLANK),
      rule(Address.class, "country", schema -> schema.put("pattern", "^[A-Z]{2}$")));

  private Rules() {}

  static void apply(Class<?> record, String component, ObjectNode schema) {
    Optional.ofNullable(RULES.get(name(record, component))).ifPresent(rule -> rule.accept(schema));
  }

  private static Map.Entry<String, Consumer<ObjectNode>> rule(Class<?> record, String component, Consumer<ObjectNode> rule) {
    return Map.entry(name(record, component), rule);
  }

  private static String name(Class<?> record, String component) {
    return record.getName() + "." + component;
  }
}
