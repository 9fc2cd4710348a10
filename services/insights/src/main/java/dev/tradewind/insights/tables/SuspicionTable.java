package dev.tradewind.insights.tables;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tradewind.core.Check;
import dev.tradewind.insights.domain.FraudRule;
import dev.tradewind.insights.domain.Page;
import dev.tradewind.insights.domain.Position;
import dev.tradewind.insights.domain.RaisedSuspicion;
import dev.tradewind.insights.domain.Slice;
import dev.tradewind.insights.reading.SuspicionBook;
import dev.tradewind.insights.serving.Suspicions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Suspicions by customer, and by an index all of them, each sorted by the time its order was placed. */
public final class SuspicionTable implements SuspicionBook, Suspicions {

  private static final String CUSTOMERS = "suspicions/";
  private static final String NEWEST = "newest";
  private static final String SLICE = "slice";
  /** Over how many partitions of the index all suspicions are spread. */
  private static final int SLICES = 4;

  private static final String ORDER = "order";
  private static final String CUSTOMER = "customer";
  private static final String PLACED = "placed";
  private static final String RULE = "rule";
  private static final String DETAIL = "detail";
  private static final String RAISED = "raised";

  /** Everything sorts between these. */
  private static final String LOWEST = "0";
  private static final String HIGHEST = "~";

  private final DynamoDbAsyncClient client;
  private final String table;

  public SuspicionTable(DynamoDbAsyncClient client, String table) {
    this.client = Check.notNull(client, "client");
    this.table = Check.notBlank(table, "table");
  }

  @Override
  public Uni<Void> enter(RaisedSuspicion suspicion) {
    var item = new HashMap<>(Item.key(CUSTOMERS + suspicion.customerId(), suspicion.position().text()));
    item.put(SLICE, fromS(slice(Math.floorMod(suspicion.orderId().hashCode(), SLICES))));
    item.put(ORDER, fromS(suspicion.orderId()));
    item.put(CUSTOMER, fromS(suspicion.customerId()));
    item.put(PLACED, fromS(suspicion.placedAt().toString()));
    item.put(RULE, fromS(suspicion.rule().label()));
    item.put(DETAIL, fromS(suspicion.detail()));
    item.put(RAISED, fromS(suspicion.raisedAt().toString()));
    return Uni.createFrom().completionStage(() -> client.putItem(
        put -> put.tableName(table).item(item).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))).replaceWithVoid();
  }

  @Override
  public Uni<Page<RaisedSuspicion>> list(Optional<String> customer, Optional<Position> after, int limit) {
    var reads = requests(customer, after, limit).map(request -> Reads.slice(client, request, SuspicionTable::read)).toList();
    return Uni.join().all(reads).andFailFast().map(slices -> Page.merge(Comparator.<Position>reverseOrder(), without(after, slices), limit));
  }

  private Stream<QueryRequest> requests(Optional<String> customer, Optional<Position> after, int limit) {
    var high = after.map(Position::text).orElse(HIGHEST);
    var stretches = customer
        .map(one -> Stream.of(Reads.stretch(table, Item.PARTITION, CUSTOMERS + one, LOWEST, high, Map.of())))
        .orElseGet(() -> IntStream.range(0, SLICES).mapToObj(
            number -> Reads.stretch(table, SLICE, slice(number), LOWEST, high, Map.of()).indexName(NEWEST)));
    // One more shows whether there is a next page, and one may be the last of the page before.
    return stretches.map(stretch -> stretch.scanIndexForward(false).limit(limit + 2).build());
  }

  private static List<Slice<RaisedSuspicion>> without(
      Optional<Position> shown, List<Slice<RaisedSuspicion>> slices) {
    return slices.stream().map(slice -> new Slice<>(
        slice.rows().stream().filter(row -> shown.filter(row.position()::equals).isEmpty()).toList(), slice.reached())).toList();
  }

  private static RaisedSuspicion read(Map<String, AttributeValue> item) {
    return new RaisedSuspicion(Item.text(item, ORDER), Item.text(item, CUSTOMER), Instant.parse(Item.text(item, PLACED)),
        FraudRule.labelled(Item.text(item, RULE)).orElseThrow(), Item.text(item, DETAIL), Instant.parse(Item.text(item, RAISED)));
  }

  private static String slice(int number) {
    return "all/" + number;
  }
}
