package dev.tradewind.catalog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.catalog.CatalogSettings;
import dev.tradewind.catalog.domain.ProductRow;
import dev.tradewind.core.wire.Json;
import dev.tradewind.quarkus.ChassisConfig;
import dev.tradewind.quarkus.ReturnToContext;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * The rows of files that are being imported, one item a part. The key holds what the file says, so that the same part is the same item, and
 * another file under the same idempotency key touches none of it. They expire by themselves.
 */
@Singleton
class RowTable implements KeptRows {

  private static final String FILE = "file";
  private static final String PART = "part";
  private static final String ROWS = "rows";
  private static final String EXPIRES = "expires";
  private static final ObjectMapper JSON = Json.mapper();

  private final DynamoDbAsyncClient client;
  private final String table;
  private final InstantSource clock;
  private final Duration kept;

  RowTable(DynamoDbAsyncClient client, ChassisConfig config, CatalogSettings settings, InstantSource clock) {
    this.client = client;
    this.table = config.prefix() + config.service() + "-rows";
    this.clock = clock;
    this.kept = Duration.ofDays(settings.rowsKeptDays());
  }

  @Override
  public Uni<Void> keep(String importId, String fingerprint, int part, List<ProductRow> rows) {
    var item = Map.of(
        FILE, file(importId, fingerprint),
        PART, AttributeValue.fromN(Integer.toString(part)),
        ROWS, AttributeValue.fromS(write(rows)),
        EXPIRES, AttributeValue.fromN(Long.toString(clock.instant().plus(kept).getEpochSecond())));
    return ReturnToContext.afterwards(() -> Uni.createFrom().completionStage(() -> client.putItem(put -> put
        .tableName(table).item(item).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)))).replaceWithVoid();
  }

  @Override
  public Uni<List<ProductRow>> read(String importId, String fingerprint, int part) {
    var key = Map.of(FILE, file(importId, fingerprint), PART, AttributeValue.fromN(Integer.toString(part)));
    return ReturnToContext.afterwards(() -> Uni.createFrom().completionStage(() -> client.getItem(get -> get
        .tableName(table).key(key).consistentRead(true).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))))
        .map(answer -> {
          if (!answer.hasItem()) {
            throw new IllegalStateException(
                "part %d of import %s is not kept any more; send the file again under a new key".formatted(part, importId));
          }
          return readRows(answer.item().get(ROWS).s());
        });
  }

  private static AttributeValue file(String importId, String fingerprint) {
    return AttributeValue.fromS(importId + "/" + fingerprint);
  }

  private static String write(List<ProductRow> rows) {
    try {
      return JSON.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write rows of a file", e);
    }
  }

  private static List<ProductRow> readRows(String text) {
    try {
      return List.of(JSON.readValue(text, ProductRow[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows of a file cannot be read; run a version of the service that knows them", e);
    }
  }
}
