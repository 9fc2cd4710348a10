package dev.tradewind.aws;

import dev.tradewind.core.Append;
import dev.tradewind.core.Check;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.core.Journal;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.wire.JsonCodec;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Commits as items of one table: partition key {@code stream} (S), sort key {@code version} (N), one item a commit.
 *
 * <p>A commit's time is kept as milliseconds since 1970, with a fraction when it is finer; a clock that ticks in milliseconds makes the
 * smallest items.
 *
 * <p>Throttling is retried by the client; when its attempts are used up, the operation fails with the client's exception and nothing more
 * is tried here. Nobody writes these tables in transactions, so there are no conflicts with any.
 *
 * @param <E> events of the streams kept in the table
 */
public final class DynamoJournal<E> implements Journal<E> {

  private final DynamoDbAsyncClient client;
  private final String table;
  private final CommitItem<E> items;

  /** @param events what all events of these streams are, such as their sealed interface */
  public DynamoJournal(DynamoDbAsyncClient client, String table, JsonCodec codec, Class<E> events) {
    this.client = Check.notNull(client, "client");
    this.table = Check.notBlank(table, "table");
    this.items = new CommitItem<>(Check.notNull(codec, "codec"), Check.notNull(events, "events"));
  }

  @Override
  public Uni<History<E>> read(StreamId stream) {
    return page(stream, Map.of(), new ArrayList<>()).map(commits -> new History<>(stream, commits));
  }

  private Uni<List<Commit<E>>> page(StreamId stream, Map<String, AttributeValue> after, List<Commit<E>> before) {
    var query = QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("#stream = :stream")
        .expressionAttributeNames(Map.of("#stream", "stream"))
        .expressionAttributeValues(Map.of(":stream", AttributeValue.fromS(stream.toString())))
        .consistentRead(true)
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
    if (!after.isEmpty()) {
      query.exclusiveStartKey(after);
    }
    return Uni.createFrom().completionStage(() -> client.query(query.build())).flatMap(answer -> {
      answer.items().forEach(item -> before.add(items.read(item)));
      return answer.hasLastEvaluatedKey() ? page(stream, answer.lastEvaluatedKey(), before) : Uni.createFrom().item(before);
    });
  }

  @Override
  public Uni<Append<E>> append(Commit<E> commit) {
    var put = PutItemRequest.builder()
        .tableName(table)
        .item(items.write(commit))
        .conditionExpression("attribute_not_exists(version)")
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
    return Uni.createFrom().completionStage(() -> client.putItem(put))
        .<Append<E>>map(done -> new Append.Appended<>())
        .onFailure(ConditionalCheckFailedException.class)
        .recoverWithUni(failure -> Uni.createFrom().item(() -> Append.against(commit, inTheWay(commit, (ConditionalCheckFailedException) failure))));
  }

  private Commit<E> inTheWay(Commit<E> commit, ConditionalCheckFailedException failure) {
    if (!failure.hasItem()) {
      throw new IllegalStateException(
          "table %s did not return the item in the way of %s; the endpoint must support ReturnValuesOnConditionCheckFailure"
              .formatted(table, commit.id()));
    }
    return items.read(failure.item());
  }
}
