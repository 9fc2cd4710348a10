package dev.tradewind.insights.tables;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;

/** Tables like those the chart declares, for one test each. */
final class Shelves {

  private static final Duration LONG = Duration.ofSeconds(60);

  private Shelves() {}

  /** An empty table with the keys and indexes of this one. */
  static String like(DynamoDbAsyncClient client, String original) {
    var name = "shelf-" + UUID.randomUUID();
    var model = client.describeTable(describe -> describe.tableName(original)).join().table();
    client.createTable(create -> {
      create.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST).attributeDefinitions(model.attributeDefinitions()).keySchema(model.keySchema());
      if (model.hasGlobalSecondaryIndexes()) {
        create.globalSecondaryIndexes(model.globalSecondaryIndexes().stream().map(index -> GlobalSecondaryIndex.builder()
            .indexName(index.indexName()).keySchema(index.keySchema()).projection(index.projection()).build()).toList());
      }
    }).join();
    client.waiter().waitUntilTableExists(describe -> describe.tableName(name)).join();
    return name;
  }

  static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LONG);
  }
}
