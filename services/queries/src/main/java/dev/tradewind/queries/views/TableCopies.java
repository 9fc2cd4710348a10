package dev.tradewind.queries.views;

import dev.tradewind.core.Check;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Tables of views: empty ones like another, and their end. A copy has the keys, the indexes and the encryption; protection from deletion and
 * backups are for what cannot be rebuilt.
 */
final class TableCopies {

  private static final BackoffStrategy POLL = BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(500));
  private static final int POLLS = 600;

  private final DynamoDbAsyncClient client;

  TableCopies(DynamoDbAsyncClient client) {
    this.client = Check.notNull(client, "client");
  }

  /** @throws RebuildRefused when there is no such table */
  Uni<TableDescription> existing(String table) {
    return find(table).map(found -> found.orElseThrow(() -> new RebuildRefused("there is no table " + table + ": check its name")));
  }

  /**
   * Makes sure that there is such a table, and that it is empty.
   *
   * @throws RebuildRefused when it holds something
   */
  Uni<Void> emptyLike(String model, String table) {
    return find(table).flatMap(found -> found.isPresent() ? requireEmpty(table) : create(model, table));
  }

  Uni<Void> delete(String table) {
    return existing(table).flatMap(found -> {
      if (Boolean.TRUE.equals(found.deletionProtectionEnabled())) {
        throw new RebuildRefused(table + " is protected from deletion: lift that first (aws dynamodb update-table --no-deletion-protection-enabled)");
      }
      return Uni.createFrom().completionStage(() -> client.deleteTable(delete -> delete.tableName(table))).replaceWithVoid();
    });
  }

  private Uni<Optional<TableDescription>> find(String table) {
    return Uni.createFrom().completionStage(() -> client.describeTable(describe -> describe.tableName(table)))
        .map(answer -> Optional.of(answer.table()))
        .onFailure(ResourceNotFoundException.class).recoverWithItem(Optional.empty());
  }

  private Uni<Void> requireEmpty(String table) {
    return Uni.createFrom().completionStage(() -> client.scan(scan -> scan.tableName(table).limit(1))).map(answer -> {
      if (answer.hasItems() && !answer.items().isEmpty()) {
        throw new RebuildRefused(table + " holds views already: rebuild into another table, or drop this one first");
      }
      return null;
    });
  }

  private Uni<Void> create(String model, String table) {
    return existing(model)
        .flatMap(like -> Uni.createFrom().completionStage(() -> client.createTable(copy(like, table))))
        .onFailure(ResourceInUseException.class).recoverWithNull()
        .flatMap(created -> awaitActive(table));
  }

  private Uni<Void> awaitActive(String table) {
    return Uni.createFrom().completionStage(() -> {
      var waiter = client.waiter();
      return waiter.waitUntilTableExists(
              describe -> describe.tableName(table), override -> override.backoffStrategyV2(POLL).maxAttempts(POLLS))
          .whenComplete((answer, failure) -> waiter.close());
    }).replaceWithVoid();
  }

  private static CreateTableRequest copy(TableDescription like, String table) {
    var request = CreateTableRequest.builder()
        .tableName(table)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(like.attributeDefinitions())
        .keySchema(like.keySchema());
    if (like.hasGlobalSecondaryIndexes()) {
      request.globalSecondaryIndexes(like.globalSecondaryIndexes().stream().map(index -> GlobalSecondaryIndex.builder()
          .indexName(index.indexName()).keySchema(index.keySchema()).projection(index.projection()).build()).toList());
    }
    Optional.ofNullable(like.sseDescription()).ifPresent(sse -> request.sseSpecification(
        SSESpecification.builder().enabled(true).sseType(sse.sseType()).kmsMasterKeyId(sse.kmsMasterKeyArn()).build()));
    return request.build();
  }
}
