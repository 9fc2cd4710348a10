package dev.tradewind.log;

import dev.tradewind.log.Checkpoints.LeaseLost;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.retrieval.KinesisClientRecord;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

/**
 * A shard as the Kinesis Client Library hands it to us, on a thread of its own. It must never see an exception of ours: it would go on with the
 * next records.
 */
final class ShardProcessor implements ShardRecordProcessor {

  /** Where a shard stands when it becomes ours. */
  record Standing(String shard, Optional<String> after, Optional<String> cut) {}

  private final Function<Standing, ShardReading> begin;
  private final LogObserver observer;
  private Optional<ShardReading> reading = Optional.empty();
  private String shard = "";

  ShardProcessor(Function<Standing, ShardReading> begin, LogObserver observer) {
    this.begin = begin;
    this.observer = observer;
  }

  @Override
  public void initialize(InitializationInput input) {
    shard = input.shardId();
    reading = Optional.of(begin.apply(
        new Standing(shard, number(input.extendedSequenceNumber()), number(input.pendingCheckpointSequenceNumber()))));
    observer.reading(shard);
  }

  @Override
  public void processRecords(ProcessRecordsInput input) {
    var records = input.records().stream().map(ShardProcessor::record).toList();
    reading.orElseThrow().take(records, new KinesisCheckpoints(input.checkpointer()));
    if (!reading.orElseThrow().isOver()) {
      observer.heard(shard, behind(input));
    }
  }

  /** As the log said when it was asked, and the time since: the library asks ahead. */
  private static Duration behind(ProcessRecordsInput input) {
    var then = Duration.ofMillis(Optional.ofNullable(input.millisBehindLatest()).orElse(0L));
    return Optional.ofNullable(input.cacheEntryTime()).map(asked -> then.plus(Duration.between(asked, Instant.now()))).orElse(then);
  }

  @Override
  public void leaseLost(LeaseLostInput input) {
    observer.letGo(shard);
  }

  /** What fails here is asked for again by the library. */
  @Override
  public void shardEnded(ShardEndedInput input) {
    if (reading.filter(each -> !each.isOver()).isPresent()) {
      try {
        new KinesisCheckpoints(input.checkpointer()).end();
      } catch (LeaseLost lost) {
        throw new IllegalStateException(lost);
      }
    }
    observer.letGo(shard);
  }

  /** Each batch said how far it is; there is nothing left to say. */
  @Override
  public void shutdownRequested(ShutdownRequestedInput input) {
    observer.letGo(shard);
  }

  private static Optional<String> number(ExtendedSequenceNumber place) {
    return Optional.ofNullable(place).filter(each -> !each.isSentinelCheckpoint()).map(ExtendedSequenceNumber::sequenceNumber);
  }

  private static LogRecord record(KinesisClientRecord read) {
    var data = new byte[read.data().remaining()];
    read.data().duplicate().get(data);
    return new LogRecord(read.sequenceNumber(), read.approximateArrivalTimestamp(), read.partitionKey(), data);
  }
}
