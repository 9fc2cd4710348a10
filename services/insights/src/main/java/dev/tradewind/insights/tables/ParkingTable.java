package dev.tradewind.insights.tables;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tradewind.core.Check;
import dev.tradewind.insights.reading.Parked;
import dev.tradewind.insights.reading.Parking;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Parked records, in the partition {@code parked} of their reader's table. */
public final class ParkingTable implements Parking {

  private static final String PARKED = "parked";
  private static final String REASON = "reason";
  private static final String ARRIVED = "arrived";

  private final DynamoDbAsyncClient client;
  private final String table;

  public ParkingTable(DynamoDbAsyncClient client, String table) {
    this.client = Check.notNull(client, "client");
    this.table = Check.notBlank(table, "table");
  }

  @Override
  public Uni<Void> park(Parked record) {
    var item = new HashMap<>(Item.key(PARKED, record.shard() + "/" + record.sequenceNumber()));
    item.put(REASON, fromS(record.reason()));
    item.put(ARRIVED, fromS(record.arrived().toString()));
    return Uni.createFrom().completionStage(() -> client.putItem(
        put -> put.tableName(table).item(item).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))).replaceWithVoid();
  }
}
