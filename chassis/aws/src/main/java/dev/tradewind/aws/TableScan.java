package dev.tradewind.aws;

import dev.tradewind.core.Check;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Reads whole tables, a page at a time and no faster than it is asked for. Not for services, which look things up by their keys: for whoever compares
 * or counts.
 */
public final class TableScan {

  private final DynamoDbAsyncClient client;

  public TableScan(DynamoDbAsyncClient client) {
    this.client = Check.notNull(client, "client");
  }

  /** Every item that the scan matches; what is written meanwhile may be among them. */
  public Multi<Map<String, AttributeValue>> items(ScanRequest scan) {
    return Multi.createBy().repeating()
        .uni(() -> new AtomicReference<>(Map.<String, AttributeValue>of()), start -> page(scan, start.get())
            .invoke(page -> start.set(page.lastEvaluatedKey())))
        .whilst(page -> !page.lastEvaluatedKey().isEmpty())
        .onItem().<Map<String, AttributeValue>>transformToIterable(ScanResponse::items);
  }

  private Uni<ScanResponse> page(ScanRequest scan, Map<String, AttributeValue> start) {
    return Uni.createFrom().completionStage(() -> client.scan(start.isEmpty() ? scan : scan.toBuilder().exclusiveStartKey(start).build()));
  }

  /** Every commit of a service's journal, whatever its types are. Fails with {@link IllegalStateException} naming an item that is no commit. */
  public Multi<LoggedCommit> commits(String service, String table, LogCodec codec) {
    return items(ScanRequest.builder().tableName(table).build()).map(item -> CommitItem.logged(service, item, codec));
  }
}
