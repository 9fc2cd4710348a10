package dev.tradewind.queries.views;

import static dev.tradewind.queries.views.ViewItem.ORDER;

import dev.tradewind.core.Message;
import dev.tradewind.queries.domain.OrderView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tables like those the chart declares, for one test each. */
@Singleton
class Shelf {

  private static final Duration LONG = Duration.ofSeconds(60);

  final DynamoDbAsyncClient client;
  private final TableCopies copies;

  Shelf(DynamoDbAsyncClient client) {
    this.client = client;
    this.copies = new TableCopies(client);
  }

  /** The names of a service of its own, whose tables exist. */
  Names service() {
    var names = new Names("shelf-" + UUID.randomUUID().toString().substring(0, 8));
    table(names.home());
    await(copies.emptyLike("tradewind-queries-control", names.control()));
    return names;
  }

  void table(String name) {
    await(copies.emptyLike("tradewind-queries", name));
  }

  Map<String, AttributeValue> item(String table, String orderId) {
    return client.getItem(get -> get.tableName(table).key(Map.of(ORDER, AttributeValue.fromS(orderId))).consistentRead(true)).join().item();
  }

  static OrderView view(Message message) {
    return OrderView.of(message).orElseThrow();
  }

  static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LONG);
  }
}
