package dev.tradewind.log;

import java.math.BigInteger;
import java.util.List;
import software.amazon.kinesis.retrieval.AggregatorUtil;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/**
 * Leaves records as they came. Nobody packs several into one here, and a record that happens to look like such a packet must be read, or
 * parked, under its own sequence number.
 */
final class WholeRecords extends AggregatorUtil {

  @Override
  public List<KinesisClientRecord> deaggregate(List<KinesisClientRecord> records) {
    return records;
  }

  @Override
  public List<KinesisClientRecord> deaggregate(List<KinesisClientRecord> records, String startingHashKey, String endingHashKey) {
    return records;
  }

  @Override
  public List<KinesisClientRecord> deaggregate(List<KinesisClientRecord> records, BigInteger startingHashKey, BigInteger endingHashKey) {
    return records;
  }
}
