package dev.tradewind.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Keeps what it is told to put, without looking at conditions: what a transaction comes to is said beforehand. */
final class FakeDynamo implements DynamoDbAsyncClient {

  final Map<String, Map<String, AttributeValue>> items = new ConcurrentHashMap<>();
  final List<List<TransactWriteItem>> transactions = new ArrayList<>();
  final List<String> deleted = new CopyOnWriteArrayList<>();
  private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

  /** The next transaction is cancelled for these reasons, one an item. */
  void cancelNext(String... codes) {
    failNext(TransactionCanceledException.builder().cancellationReasons(
        List.of(codes).stream().map(code -> CancellationReason.builder().code(code).build()).toList()).build());
  }

  void failNext(RuntimeException failure) {
    failures.add(failure);
  }

  void put(String table, String id, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> item = new HashMap<>(StateTable.key(id));
    item.putAll(more);
    items.put(table + "/" + id, item);
  }

  @Override
  public CompletableFuture<TransactWriteItemsResponse> transactWriteItems(TransactWriteItemsRequest request) {
    transactions.add(request.transactItems());
    RuntimeException failure = failures.poll();
    if (failure != null) {
      return CompletableFuture.failedFuture(failure);
    }
    request.transactItems().stream().filter(item -> item.put() != null).forEach(item ->
        items.put(item.put().tableName() + "/" + item.put().item().get(StateTable.ID).s(), item.put().item()));
    return CompletableFuture.completedFuture(TransactWriteItemsResponse.builder().build());
  }

  @Override
  public CompletableFuture<GetItemResponse> getItem(GetItemRequest request) {
    return CompletableFuture.completedFuture(GetItemResponse.builder()
        .item(items.getOrDefault(request.tableName() + "/" + request.key().get(StateTable.ID).s(), Map.of())).build());
  }

  @Override
  public CompletableFuture<BatchWriteItemResponse> batchWriteItem(BatchWriteItemRequest request) {
    request.requestItems().values().forEach(writes -> writes.forEach(write -> deleted.add(write.deleteRequest().key().get(StateTable.ID).s())));
    return CompletableFuture.completedFuture(BatchWriteItemResponse.builder().build());
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}
}
