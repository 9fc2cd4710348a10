package dev.tradewind.peer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The table of messages that are decided and not known to be sent. */
final class Outbox {

  private final DynamoDbAsyncClient dynamo;
  private final String table;

  Outbox(DynamoDbAsyncClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** Up to 25. What AWS leaves undone is found by the next sweep and sent again. */
  void delete(List<Letter> sent) {
    if (!sent.isEmpty()) {
      var deletes = sent.stream().map(Letter::id).distinct()
          .map(id -> WriteRequest.builder().deleteRequest(delete -> delete.key(StateTable.key(id))).build()).toList();
      dynamo.batchWriteItem(batch -> batch.requestItems(Map.of(table, deletes)).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)).join();
    }
  }

  /** One page, the rest at the next sweep. */
  List<Letter> olderThan(Instant moment) {
    return dynamo.scan(scan -> scan.tableName(table).consistentRead(true).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)).join()
        .items().stream().map(Letter::read).filter(letter -> letter.at().isBefore(moment)).toList();
  }
}
