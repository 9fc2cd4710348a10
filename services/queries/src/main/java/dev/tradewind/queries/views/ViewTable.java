package dev.tradewind.queries.views;

import dev.tradewind.core.Check;
import dev.tradewind.queries.domain.OrderQuery;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.domain.Page;
import dev.tradewind.queries.domain.Position;
import dev.tradewind.queries.domain.Slice;
import dev.tradewind.queries.serving.Views;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Views in one table. Live events and a rebuild write to it alike. */
public final class ViewTable implements Views {

  private static final String NEWER = "attribute_not_exists(#order) OR #version < :version";

  private final DynamoDbAsyncClient client;
  private final String table;

  public ViewTable(DynamoDbAsyncClient client, String table) {
    this.client = Check.notNull(client, "client");
    this.table = Check.notBlank(table, "table");
  }

  @Override
  public Uni<Outcome> apply(OrderView view) {
    var item = ViewItem.write(view);
    return Uni.createFrom().completionStage(() -> client.putItem(put -> put
            .tableName(table)
            .item(item)
            .conditionExpression(NEWER)
            .expressionAttributeNames(Map.of("#order", ViewItem.ORDER, "#version", ViewItem.VERSION))
            .expressionAttributeValues(Map.of(":version", item.get(ViewItem.VERSION)))
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)))
        .map(done -> Outcome.WRITTEN)
        .onFailure(ConditionalCheckFailedException.class).recoverWithItem(Outcome.SKIPPED);
  }

  @Override
  public Uni<Optional<OrderView>> find(String orderId) {
    return Uni.createFrom().completionStage(() -> client.getItem(get -> get
            .tableName(table)
            .key(Map.of(ViewItem.ORDER, AttributeValue.fromS(orderId)))
            .consistentRead(true)
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)))
        .map(answer -> answer.hasItem() ? Optional.of(ViewItem.read(answer.item())) : Optional.empty());
  }

  @Override
  public Uni<Page> list(OrderQuery query, Optional<Position> after, int limit) {
    Check.that(limit >= 1, "limit must be 1 or more, but is %d", limit);
    var reads = IndexReads.of(table, query, after, limit).stream().map(this::read).toList();
    return Uni.join().all(reads).andFailFast().map(slices -> Page.of(query, after, slices, limit));
  }

  private Uni<Slice> read(QueryRequest request) {
    return Uni.createFrom().completionStage(() -> client.query(request)).map(answer -> new Slice(
        answer.items().stream().map(ViewItem::read).toList(),
        answer.hasLastEvaluatedKey() ? Optional.of(ViewItem.position(answer.lastEvaluatedKey())) : Optional.empty()));
  }
}
