package dev.tradewind.inventory.stock;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tradewind.inventory.domain.Allocation;
import dev.tradewind.inventory.domain.Counter;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.domain.Receipt;
import dev.tradewind.inventory.domain.Rejection;
import dev.tradewind.inventory.domain.Token;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is stored, as attributes: written by hand, so that nothing needs reflection and the items stay under 1,024 bytes. */
final class StoredItem {

  static final String KEY = "key";
  static final String VERSION = "version";
  static final String AVAILABLE = "available";
  static final String RECEIVED = "received";

  private static final String STATE = "state";
  private static final String TAKEN = "taken";
  private static final String REASON = "reason";
  private static final String SKUS = "skus";
  private static final String CHANGES = "changes";
  private static final String CAUSE = "cause";
  private static final String TRACE = "trace";
  private static final String AT = "at";
  private static final String SKU = "sku";
  private static final String WAREHOUSE = "warehouse";
  private static final String SHARD = "shard";
  private static final String SHARDS = "shards";
  private static final String WAREHOUSES = "warehouses";
  private static final String QUANTITY = "quantity";

  private StoredItem() {}

  static Map<String, AttributeValue> write(Item item) {
    var attributes = new HashMap<>(switch (item) {
      case Token token -> write(token);
      case Directory directory -> Map.of(WAREHOUSES, fromL(directory.warehouses().entrySet().stream()
          .map(entry -> fromM(Map.of(WAREHOUSE, fromS(entry.getKey()), SHARDS, number(entry.getValue())))).toList()));
      case Receipt receipt -> Map.of(
          WAREHOUSE, fromS(receipt.warehouse()), QUANTITY, number(receipt.quantity()), AT, number(receipt.at().toEpochMilli()));
    });
    attributes.put(KEY, fromS(item.key()));
    attributes.put(VERSION, number(item.version()));
    return attributes;
  }

  /** @throws IllegalStateException when the key is of no kind known here */
  static Item read(Map<String, AttributeValue> item) {
    var key = item.get(KEY).s().split("/", 2);
    return switch (key[0]) {
      case "order" -> token(key[1], item);
      case "sku" -> directory(key[1], item);
      case "receipt" -> receipt(key[1], item);
      default -> throw new IllegalStateException(
          "item %s is of no known kind; run a version of the service that knows it".formatted(item.get(KEY).s()));
    };
  }

  static Counter counter(Map<String, AttributeValue> item) {
    return new Counter(number(item, AVAILABLE), number(item, RECEIVED));
  }

  static AttributeValue number(long value) {
    return fromN(Long.toString(value));
  }

  private static Map<String, AttributeValue> write(Token token) {
    var attributes = new HashMap<String, AttributeValue>();
    attributes.put(STATE, fromS(token.state().name()));
    attributes.put(CHANGES, fromL(token.changes().stream().map(change -> fromM(Map.of(
        STATE, fromS(change.state().name()), CAUSE, fromS(change.cause()),
        TRACE, fromS(change.traceparent()), AT, number(change.at().toEpochMilli())))).toList()));
    if (!token.allocations().isEmpty()) {
      attributes.put(TAKEN, fromL(token.allocations().stream().map(taken -> fromM(Map.of(
          SKU, fromS(taken.counter().sku()), WAREHOUSE, fromS(taken.counter().warehouse()), SHARD, number(taken.counter().shard()),
          QUANTITY, number(taken.quantity())))).toList()));
    }
    token.rejection().ifPresent(why -> {
      attributes.put(REASON, fromS(why.reason()));
      attributes.put(SKUS, fromL(why.skus().stream().map(AttributeValue::fromS).toList()));
    });
    return attributes;
  }

  private static Token token(String orderId, Map<String, AttributeValue> item) {
    return new Token(
        orderId,
        list(item, TAKEN).stream().map(AttributeValue::m).map(taken -> new Allocation(
            new CounterKey(taken.get(SKU).s(), taken.get(WAREHOUSE).s(), (int) number(taken, SHARD)), (int) number(taken, QUANTITY))).toList(),
        item.containsKey(REASON)
            ? Optional.of(new Rejection(item.get(REASON).s(), list(item, SKUS).stream().map(AttributeValue::s).toList()))
            : Optional.empty(),
        list(item, CHANGES).stream().map(AttributeValue::m).map(change -> new Token.Change(
            Token.State.valueOf(change.get(STATE).s()), change.get(CAUSE).s(), change.get(TRACE).s(),
            Instant.ofEpochMilli(number(change, AT)))).toList());
  }

  private static Directory directory(String sku, Map<String, AttributeValue> item) {
    var warehouses = new LinkedHashMap<String, Integer>();
    list(item, WAREHOUSES).stream().map(AttributeValue::m).forEach(one -> warehouses.put(one.get(WAREHOUSE).s(), (int) number(one, SHARDS)));
    return new Directory(sku, number(item, VERSION), warehouses);
  }

  private static Receipt receipt(String rest, Map<String, AttributeValue> item) {
    var skuAndId = rest.split("/", 2);
    // The first receipts were kept without their time.
    var at = item.containsKey(AT) ? Instant.ofEpochMilli(number(item, AT)) : Instant.EPOCH;
    return new Receipt(skuAndId[1], skuAndId[0], item.get(WAREHOUSE).s(), number(item, QUANTITY), at);
  }

  private static List<AttributeValue> list(Map<String, AttributeValue> item, String name) {
    return item.containsKey(name) ? item.get(name).l() : List.of();
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(item.get(name).n());
  }
}
