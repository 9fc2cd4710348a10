package dev.tradewind.conformance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

/** A stream and the ways tests write and read it. */
record KinesisStream(KinesisClient kinesis, String name, String arn) {

  /** The id of the first shard of every stream. */
  static final String FIRST = "shardId-000000000000";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static KinesisStream create(KinesisClient kinesis, String name, int shards) {
    kinesis.createStream(create -> create.streamName(name).shardCount(shards));
    var description = kinesis.waiter().waitUntilStreamExists(wait -> wait.streamName(name)).matched().response().orElseThrow();
    return new KinesisStream(kinesis, name, description.streamDescription().streamARN());
  }

  StreamDescriptionSummary summary() {
    return kinesis.describeStreamSummary(describe -> describe.streamName(name)).streamDescriptionSummary();
  }

  List<Shard> shards() {
    return kinesis.listShards(list -> list.streamName(name)).shards();
  }

  PutRecordResponse put(String key, String text) {
    return kinesis.putRecord(put -> put.streamName(name).partitionKey(key).data(SdkBytes.fromUtf8String(text)));
  }

  String iterator(String shard, ShardIteratorType type) {
    return iterator(shard, get -> get.shardIteratorType(type));
  }

  String iterator(String shard, Consumer<GetShardIteratorRequest.Builder> from) {
    return kinesis.getShardIterator(get -> from.accept(get.streamName(name).shardId(shard))).shardIterator();
  }

  /** Reads on from an iterator until so many records came. */
  List<Record> take(String iterator, int count) {
    var next = new AtomicReference<>(iterator);
    var records = new ArrayList<Record>();
    await().atMost(PATIENCE).until(() -> {
      var read = kinesis.getRecords(get -> get.shardIterator(next.get()));
      next.set(read.nextShardIterator());
      records.addAll(read.records());
      return records.size() >= count;
    });
    return records;
  }

  List<Record> takeAll(String shard, int count) {
    return take(iterator(shard, ShardIteratorType.TRIM_HORIZON), count);
  }

  static List<String> texts(List<Record> records) {
    return records.stream().map(read -> read.data().asUtf8String()).toList();
  }

  void delete() {
    kinesis.deleteStream(delete -> delete.streamName(name));
  }
}
