package dev.tradewind.catalog.products;

import dev.tradewind.catalog.domain.Product;
import dev.tradewind.core.StreamId;
import dev.tradewind.quarkus.ChassisConfig;
import dev.tradewind.quarkus.ReturnToContext;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Which products there are: the index {@code beginnings} of the journal has the first commit of every stream in the order of their names. */
@Singleton
class ProductIndex {

  private static final String INDEX = "beginnings";
  private static final String STREAM = "stream";
  /** Behind every SKU, and before every longer one that begins alike: no SKU holds it, and all that they hold come after it. */
  private static final String BEHIND = "!";
  private static final String LAST = "~";

  private final DynamoDbAsyncClient client;
  private final String table;

  ProductIndex(DynamoDbAsyncClient client, ChassisConfig config) {
    this.client = client;
    this.table = config.prefix() + config.service();
  }

  /** The first SKUs behind this one. */
  Uni<List<String>> skus(Optional<String> after, int limit) {
    var request = QueryRequest.builder()
        .tableName(table)
        .indexName(INDEX)
        .keyConditionExpression("#version = :first AND #stream BETWEEN :low AND :high")
        .expressionAttributeNames(Map.of("#version", "version", "#stream", STREAM))
        .expressionAttributeValues(Map.of(
            ":first", AttributeValue.fromN("1"),
            ":low", AttributeValue.fromS(Product.KIND + "/" + after.map(sku -> sku + BEHIND).orElse("")),
            ":high", AttributeValue.fromS(Product.KIND + "/" + LAST)))
        .limit(limit)
        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
        .build();
    return ReturnToContext.afterwards(() -> Uni.createFrom().completionStage(() -> client.query(request)))
        .map(answer -> answer.items().stream().map(item -> StreamId.parse(item.get(STREAM).s()).key()).toList());
  }
}
