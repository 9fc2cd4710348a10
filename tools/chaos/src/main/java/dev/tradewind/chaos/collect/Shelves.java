package dev.tradewind.chaos.collect;

import dev.tradewind.checker.Counter;
import dev.tradewind.checker.Stream;
import dev.tradewind.checker.Stream.Commit;
import dev.tradewind.checker.Stream.Outgoing;
import dev.tradewind.checker.Token;
import dev.tradewind.checker.Token.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The stock: its counters {@code stock/<sku>/<warehouse>/<shard>} and the tokens {@code order/<id>}. A token holds what caused each of its
 * changes, and each change is told: so it is a stream as well, named {@code stock/<order>} in what it tells. A receipt is one of one commit.
 */
final class Shelves {

  private static final String RECEIVED = "tradewind.inventory.StockReceived.v1";

  private final Subscribers subscribers;
  private final List<Counter> counters = new ArrayList<>();
  private final List<Token> tokens = new ArrayList<>();
  private final List<Stream> streams = new ArrayList<>();

  private Shelves(Subscribers subscribers) {
    this.subscribers = subscribers;
  }

  static Shelves read(Tables tables, Subscribers subscribers) {
    var shelves = new Shelves(subscribers);
    tables.scan(Names.table(Names.STOCK), shelves::add);
    return shelves;
  }

  List<Counter> counters() {
    return counters;
  }

  List<Token> tokens() {
    return tokens;
  }

  List<Stream> streams() {
    return streams;
  }

  /** Which products there are is also kept there. */
  private void add(Map<String, AttributeValue> item) {
    var key = item.get("key").s();
    if (key.startsWith("stock/")) {
      counters.add(new Counter(key, key.split("/")[1], number(item, "available"), number(item, "received")));
    } else if (key.startsWith("order/")) {
      token(key.substring("order/".length()), item);
    } else if (key.startsWith("receipt/")) {
      receipt(key, item);
    }
  }

  private void receipt(String key, Map<String, AttributeValue> item) {
    var cause = "request/receive/" + key.substring("receipt/".length());
    var content = Contents.ofStock(cause, Instant.ofEpochMilli(number(item, "at")), RECEIVED);
    var told = new Outgoing(key + "/1/0", subscribers.of(Names.STOCK, RECEIVED));
    streams.add(new Stream(Names.STOCK, key, List.of(new Commit(number(item, "version"), cause, List.of("StockReceived"), List.of(told), content))));
  }

  private void token(String order, Map<String, AttributeValue> item) {
    Map<String, Long> units = new HashMap<>();
    if (item.containsKey("taken")) {
      item.get("taken").l().forEach(taken -> units.merge(taken.m().get("sku").s(), number(taken.m(), "quantity"), Long::sum));
    }
    tokens.add(new Token(order, State.valueOf(item.get("state").s()), units));
    streams.add(new Stream(Names.STOCK, "stock/" + order, commits("stock/" + order, item)));
  }

  /** The version of a token is the number of its changes: where it is not, the versions begin too early or too late. */
  private List<Commit> commits(String stream, Map<String, AttributeValue> item) {
    var changes = item.get("changes").l();
    var commits = new ArrayList<Commit>();
    long version = number(item, "version") - changes.size();
    for (var change : changes) {
      version++;
      var event = told(State.valueOf(change.m().get("state").s()));
      var type = "tradewind.inventory." + event + ".v1";
      var queues = subscribers.of(Names.STOCK, type);
      var cause = change.m().get("cause").s();
      var content = Contents.ofStock(cause, Instant.ofEpochMilli(number(change.m(), "at")), type);
      commits.add(new Commit(version, cause, List.of(event), List.of(new Outgoing(stream + "/" + version + "/0", queues)), content));
    }
    return commits;
  }

  private static String told(State state) {
    return switch (state) {
      case RESERVED -> "StockReserved";
      case REJECTED -> "StockRejected";
      case RELEASED -> "StockReleased";
      case SOLD -> "StockSold";
    };
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(item.get(name).n());
  }
}
