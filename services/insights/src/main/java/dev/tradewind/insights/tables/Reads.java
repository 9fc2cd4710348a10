package dev.tradewind.insights.tables;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tradewind.insights.domain.Placed;
import dev.tradewind.insights.domain.Position;
import dev.tradewind.insights.domain.Slice;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Reads of a stretch of one partition. */
final class Reads {

  private Reads() {}

  /**
   * Between two texts, both included.
   *
   * @param partitionKey name of the attribute that is the partition's
   * @param equal what other attributes must be
   */
  static QueryRequest.Builder stretch(
      String table, String partitionKey, String partition, String low, String high, Map<String, String> equal) {
    var names = new HashMap<>(Map.of("#partition", partitionKey, "#sort", Item.SORT));
    var values = new HashMap<>(Map.of(":partition", fromS(partition), ":low", fromS(low), ":high", fromS(high)));
    equal.forEach((name, value) -> {
      names.put("#" + name, name);
      values.put(":" + name, fromS(value));
    });
    var request = QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("#partition = :partition AND #sort BETWEEN :low AND :high")
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES);
    return equal.isEmpty() ? request : request.filterExpression(
        equal.keySet().stream().sorted().map(name -> "#%s = :%s".formatted(name, name)).collect(Collectors.joining(" AND ")));
  }

  /** One read, and how far it came. */
  static <T extends Placed> Uni<Slice<T>> slice(
      DynamoDbAsyncClient client, QueryRequest request, Function<Map<String, AttributeValue>, T> row) {
    return Uni.createFrom().completionStage(() -> client.query(request)).map(answer -> new Slice<>(
        answer.items().stream().map(row).toList(),
        answer.hasLastEvaluatedKey() ? Optional.of(new Position(Item.text(answer.lastEvaluatedKey(), Item.SORT))) : Optional.empty()));
  }
}
