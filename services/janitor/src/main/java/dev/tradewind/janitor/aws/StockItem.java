package dev.tradewind.janitor.aws;

import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.inventory.StockReceived;
import dev.tradewind.contracts.inventory.StockRejected;
import dev.tradewind.contracts.inventory.StockReleased;
import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.contracts.inventory.StockSold;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Event;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.janitor.Journals.Stood;
import dev.tradewind.janitor.domain.Counter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item of inventory's table. It keeps no journal: a token holds its changes, each of which was told as a commit of {@code stock/<order>}, and a
 * receipt was told as one of its own. Told again in the words of the contracts, they can be compared to the last byte.
 */
final class StockItem {

  static final String SERVICE = "inventory";

  private final LogCodec codec;

  StockItem(LogCodec codec) {
    this.codec = codec;
  }

  /** What a counter shows; empty for every other item. */
  Optional<Counter> counter(Map<String, AttributeValue> item) {
    var key = item.get("key").s();
    return key.startsWith("stock/")
        ? Optional.of(new Counter(key.split("/")[1], number(item, "available"), number(item, "received")))
        : Optional.empty();
  }

  /** What was told because of the item: nothing for a counter or a directory. */
  List<Stood> commits(Map<String, AttributeValue> item) {
    var key = item.get("key").s().split("/", 2);
    return switch (key[0]) {
      case "order" -> token(key[1], item);
      case "receipt" -> List.of(receipt(item));
      default -> List.of();
    };
  }

  /** The version of a token is the number of its changes: where it is not, versions begin too early or too late, which shows as a gap. */
  private List<Stood> token(String order, Map<String, AttributeValue> item) {
    var changes = list(item, "changes");
    var lines = lines(item);
    var moves = lines.stream().map(Quantity::sku).collect(Collectors.toSet());
    var commits = new ArrayList<Stood>();
    long version = number(item, "version") - changes.size();
    for (var change : changes.stream().map(AttributeValue::m).toList()) {
      version++;
      commits.add(new Stood(logged(new StreamId("stock", order), version,
          new Cause(change.get("cause").s(), "", order, change.get("trace").s()), Instant.ofEpochMilli(number(change, "at")),
          told(change.get("state").s(), order, lines, item)), moves));
    }
    return commits;
  }

  private static Event told(String state, String order, List<Quantity> lines, Map<String, AttributeValue> item) {
    return switch (state) {
      case "RESERVED" -> new StockReserved(order, lines);
      case "REJECTED" -> new StockRejected(order, item.get("reason").s(), list(item, "skus").stream().map(AttributeValue::s).toList());
      case "RELEASED" -> new StockReleased(order);
      case "SOLD" -> new StockSold(order, lines);
      default -> throw new IllegalStateException("the token of order %s is %s, which is not known here: use a newer janitor".formatted(order, state));
    };
  }

  private Stood receipt(Map<String, AttributeValue> item) {
    var stream = StreamId.parse(item.get("key").s());
    var skuAndId = stream.key().split("/", 2);
    var told = new StockReceived(skuAndId[1], skuAndId[0], item.get("warehouse").s(), number(item, "quantity"));
    // The first receipts were kept without their time.
    var at = item.containsKey("at") ? Instant.ofEpochMilli(number(item, "at")) : Instant.EPOCH;
    return new Stood(logged(stream, number(item, "version"), Cause.request("receive/" + stream.key(), stream.key(), ""), at, told),
        Set.of(skuAndId[0]));
  }

  private LoggedCommit logged(StreamId stream, long version, Cause cause, Instant at, Event told) {
    return codec.read(codec.write(SERVICE, new Commit<>(stream, version, cause, at, List.of(), List.of(Outgoing.now(told)))));
  }

  private static List<Quantity> lines(Map<String, AttributeValue> item) {
    var bySku = new LinkedHashMap<String, Quantity>();
    list(item, "taken").stream().map(AttributeValue::m)
        .map(taken -> new Quantity(taken.get("sku").s(), Math.toIntExact(number(taken, "quantity"))))
        .forEach(line -> bySku.merge(line.sku(), line, (one, other) -> new Quantity(one.sku(), Math.addExact(one.quantity(), other.quantity()))));
    return List.copyOf(bySku.values());
  }

  private static List<AttributeValue> list(Map<String, AttributeValue> item, String name) {
    return item.containsKey(name) ? item.get(name).l() : List.of();
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(item.get(name).n());
  }
}
