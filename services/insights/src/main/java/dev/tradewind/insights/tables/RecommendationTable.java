package dev.tradewind.insights.tables;

import dev.tradewind.core.Check;
import dev.tradewind.insights.domain.BoughtTogether;
import dev.tradewind.insights.serving.Recommendations;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Pairs of products, by an index that keeps those of a product sorted by how often they were bought together. */
public final class RecommendationTable implements Recommendations {

  private static final String BY_COUNT = "by-count";

  private final DynamoDbAsyncClient client;
  private final String table;

  public RecommendationTable(DynamoDbAsyncClient client, String table) {
    this.client = Check.notNull(client, "client");
    this.table = Check.notBlank(table, "table");
  }

  @Override
  public Uni<List<BoughtTogether>> with(String sku, int limit) {
    Check.that(limit >= 1, "limit must be 1 or more, but is %d", limit);
    return Uni.createFrom().completionStage(() -> client.query(query -> query
            .tableName(table)
            .indexName(BY_COUNT)
            .keyConditionExpression("#partition = :sku")
            .expressionAttributeNames(Map.of("#partition", Item.PARTITION))
            .expressionAttributeValues(Map.of(":sku", AttributeValue.fromS(sku)))
            .scanIndexForward(false)
            .limit(limit)
            .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)))
        .map(answer -> answer.items().stream()
            .map(item -> new BoughtTogether(Item.text(item, Item.SORT), Item.number(item, BoughtTogether.TOGETHER))).toList());
  }
}
