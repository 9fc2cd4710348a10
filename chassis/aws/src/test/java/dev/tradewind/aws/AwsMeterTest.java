package dev.tradewind.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.aws.Parcels.Happening;
import dev.tradewind.core.wire.LogCodec;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

class AwsMeterTest {

  private final Map<String, Double> counted = new ConcurrentHashMap<>();
  private final FaultyProxy proxy = new FaultyProxy(LocalCloud.endpoint());
  private final Cloud cloud = new Cloud(proxy.endpoint(), new AwsMeter(new MeterSink() {
    @Override
    public void request(String service, String operation) {
      counted.merge(service + " " + operation, 1.0, Double::sum);
    }

    @Override
    public void readUnits(String table, double units) {
      counted.merge("read " + table, units, Double::sum);
    }

    @Override
    public void writeUnits(String table, double units) {
      counted.merge("write " + table, units, Double::sum);
    }

    @Override
    public void records(String stream, int taken, int refused) {
      counted.merge("taken " + stream, (double) taken, Double::sum);
      counted.merge("refused " + stream, (double) refused, Double::sum);
    }
  }));

  @AfterEach
  void stop() {
    cloud.close();
    proxy.close();
  }

  @Test
  void a_step_costs_one_write_unit_and_a_small_read_one_read_unit() {
    var table = cloud.table();
    var journal = new DynamoJournal<>(cloud.dynamo, table, Parcels.CODEC, Happening.class);
    var stream = Parcels.stream();
    journal.append(Parcels.packed(stream, "m-1")).await().atMost(Duration.ofSeconds(10));
    journal.read(stream).await().atMost(Duration.ofSeconds(10));

    assertThat(counted)
        .containsEntry("DynamoDb PutItem", 1.0).containsEntry("DynamoDb Query", 1.0)
        .containsEntry("write " + table, 1.0).containsEntry("read " + table, 1.0);
  }

  @Test
  void a_request_that_the_client_repeats_counts_each_time() {
    var table = cloud.table();
    var journal = new DynamoJournal<>(cloud.dynamo, table, Parcels.CODEC, Happening.class);
    proxy.refuseNext("PutItem", 500);

    journal.append(Parcels.packed(Parcels.stream(), "m-1")).await().atMost(Duration.ofSeconds(10));

    assertThat(counted).containsEntry("DynamoDb PutItem", 2.0).containsEntry("write " + table, 1.0);
  }

  @Test
  void the_units_of_a_transaction_are_found_for_each_table_reads_apart_from_writes() {
    var table = cloud.table();
    proxy.changeNextAnswer("TransactWriteItems", answer -> """
        {"ConsumedCapacity": [
          {"TableName": "one", "CapacityUnits": 3, "ReadCapacityUnits": 1, "WriteCapacityUnits": 2},
          {"TableName": "other", "CapacityUnits": 4, "WriteCapacityUnits": 4}]}""");

    cloud.dynamo.transactWriteItems(request -> request.transactItems(item -> item.put(put -> put.tableName(table).item(key("a"))))).join();

    assertThat(counted)
        .containsEntry("read one", 1.0).containsEntry("write one", 2.0)
        .containsEntry("write other", 4.0).doesNotContainKey("read other");
  }

  @Test
  void services_without_units_are_counted_by_request_also_when_it_fails() {
    assertThatThrownBy(() -> cloud.url("no-such-queue")).hasCauseInstanceOf(QueueDoesNotExistException.class);

    assertThat(counted).isEqualTo(Map.of("Sqs GetQueueUrl", 1.0));
  }

  @Test
  void records_of_a_stream_are_counted() {
    var stream = cloud.stream(1);
    var log = new KinesisLog(new KinesisLog.Options(stream, Duration.ZERO), new LogCodec(Parcels.CODEC), cloud.kinesis);

    log.put("depot", Parcels.packed(Parcels.stream(), "m-1")).await().atMost(Duration.ofSeconds(10));

    assertThat(counted).containsEntry("Kinesis PutRecords", 1.0).containsEntry("taken " + stream, 1.0).containsEntry("refused " + stream, 0.0);
  }

  private static Map<String, AttributeValue> key(String stream) {
    return Map.of("stream", AttributeValue.fromS(stream), "version", AttributeValue.fromN("1"));
  }
}
