package dev.tradewind.inventory.stock;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Reads many items, as many at a time as DynamoDB allows. */
final class BatchReads {

  private static final int MOST_KEYS = 100;
  private static final int MOST_ATTEMPTS = 5;

  private final DynamoDbAsyncClient client;
  private final String table;

  BatchReads(DynamoDbAsyncClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** By key; what does not exist is missing. */
  Uni<Map<String, Map<String, AttributeValue>>> of(List<String> keys) {
    var found = new HashMap<String, Map<String, AttributeValue>>();
    return Multi.createFrom().iterable(chunks(keys))
        .onItem().transformToUniAndConcatenate(chunk -> read(chunk, found, 1))
        .collect().last()
        .replaceWith(found);
  }

  private Uni<Boolean> read(KeysAndAttributes wanted, Map<String, Map<String, AttributeValue>> found, int attempt) {
    var request = BatchGetItemRequest.builder().requestItems(Map.of(table, wanted)).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
    return Uni.createFrom().completionStage(() -> client.batchGetItem(request)).flatMap(answer -> {
      answer.responses().getOrDefault(table, List.of()).forEach(item -> found.put(item.get(StoredItem.KEY).s(), item));
      var left = answer.unprocessedKeys().get(table);
      if (left == null) {
        return Uni.createFrom().item(true);
      }
      return attempt < MOST_ATTEMPTS
          ? read(left, found, attempt + 1)
          : Uni.createFrom().failure(new IllegalStateException(
              "table %s left %d keys unread after %d attempts; it is asked too much".formatted(table, left.keys().size(), attempt)));
    });
  }

  private static List<KeysAndAttributes> chunks(List<String> keys) {
    var distinct = keys.stream().distinct().map(key -> Map.of(StoredItem.KEY, AttributeValue.fromS(key))).toList();
    var chunks = new ArrayList<KeysAndAttributes>();
    for (int from = 0; from < distinct.size(); from += MOST_KEYS) {
      chunks.add(KeysAndAttributes.builder()
          .keys(distinct.subList(from, Math.min(from + MOST_KEYS, distinct.size())))
          .consistentRead(true)
          .build());
    }
    return chunks;
  }
}
