package dev.tradewind.chaos.collect;

import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Reads the central log from its beginning. */
final class CentralLog {

  private final KinesisClient kinesis;
  private final LogRecords records = new LogRecords("the stream " + Names.LOG);

  private CentralLog(KinesisClient kinesis) {
    this.kinesis = kinesis;
  }

  /** What it holds. */
  static LogRecords read(KinesisClient kinesis) {
    var log = new CentralLog(kinesis);
    kinesis.listShards(list -> list.streamName(Names.LOG)).shards().forEach(shard -> log.readShard(shard.shardId()));
    return log.records;
  }

  private void readShard(String shard) {
    var next = kinesis.getShardIterator(get -> get
        .streamName(Names.LOG).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON)).shardIterator();
    boolean more = true;
    while (more) {
      var from = next;
      var answer = kinesis.getRecords(get -> get.shardIterator(from));
      answer.records().forEach(record -> records.add(record.data().asByteArray()));
      next = answer.nextShardIterator();
      more = next != null && !(answer.records().isEmpty() && answer.millisBehindLatest() == 0);
    }
  }
}
