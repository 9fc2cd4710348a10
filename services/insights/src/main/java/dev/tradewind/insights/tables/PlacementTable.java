package dev.tradewind.insights.tables;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tradewind.contracts.Money;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Check;
import dev.tradewind.insights.domain.Placement;
import dev.tradewind.insights.reading.Placements;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Orders by customer and time, each under a key that follows from the order, until they expire. */
public final class PlacementTable implements Placements {

  private static final String CUSTOMER = "customer/";

  private static final String ORDER = "order";
  private static final String PLACED_BY = "customer";
  private static final String AT = "at";
  private static final String AMOUNT = "amount";
  private static final String CURRENCY = "currency";
  private static final String NEWS = "news";
  private static final String ANSWERS = "answers";
  private static final String TRACE = "trace";
  private static final String EXPIRES = "expires";

  private final DynamoDbAsyncClient client;
  private final String table;
  private final InstantSource clock;
  private final Duration kept;

  /**
   * @param kept how long after it was written last an order may be forgotten: longer than the log keeps records, or shards that lag miss
   *     neighbours
   */
  public PlacementTable(DynamoDbAsyncClient client, String table, InstantSource clock, Duration kept) {
    this.client = Check.notNull(client, "client");
    this.table = Check.notBlank(table, "table");
    this.clock = Check.notNull(clock, "clock");
    this.kept = Check.notNull(kept, "kept");
  }

  @Override
  public Uni<Void> keep(Placement placement) {
    var item = new HashMap<>(Item.key(CUSTOMER + placement.customerId(), placement.position().text()));
    item.put(ORDER, fromS(placement.orderId()));
    item.put(PLACED_BY, fromS(placement.customerId()));
    item.put(AT, fromS(placement.at().toString()));
    item.put(AMOUNT, fromN(Long.toString(placement.total().amount())));
    item.put(CURRENCY, fromS(placement.total().currency()));
    item.put(NEWS, fromS(placement.news().id()));
    item.put(ANSWERS, fromS(placement.news().answers()));
    item.put(TRACE, fromS(placement.news().traceparent()));
    item.put(EXPIRES, fromN(Long.toString(clock.instant().plus(kept).getEpochSecond())));
    return Uni.createFrom().completionStage(() -> client.putItem(
        put -> put.tableName(table).item(item).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))).replaceWithVoid();
  }

  @Override
  public Uni<List<Placement>> ofCustomer(String customerId, Instant from, Instant to) {
    var request = Reads.stretch(table, Item.PARTITION, CUSTOMER + customerId, Placement.bound(from), Placement.bound(to), Map.of())
        .consistentRead(true).build();
    return pages(request, List.of());
  }

  /** One customer's orders of a while are few, or too many: then all of them are looked at, a page at a time. */
  private Uni<List<Placement>> pages(QueryRequest request, List<Placement> before) {
    return Uni.createFrom().completionStage(() -> client.query(request)).flatMap(page -> {
      var placements = new ArrayList<>(before);
      page.items().forEach(item -> placements.add(read(item)));
      return page.hasLastEvaluatedKey()
          ? pages(request.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build(), placements)
          : Uni.createFrom().item(placements);
    });
  }

  private static Placement read(Map<String, AttributeValue> item) {
    var order = Item.text(item, ORDER);
    return new Placement(order, Item.text(item, PLACED_BY), new Money(Item.number(item, AMOUNT), Item.text(item, CURRENCY)),
        Instant.parse(Item.text(item, AT)),
        new Cause(Item.text(item, NEWS), Item.text(item, ANSWERS), order, Item.text(item, TRACE)));
  }
}
