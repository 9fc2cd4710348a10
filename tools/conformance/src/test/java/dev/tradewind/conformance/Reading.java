package dev.tradewind.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.processor.ShardRecordProcessor;

/** What the processors of one worker see, and whether they say how far they are. */
final class Reading {

  final Queue<String> texts = new ConcurrentLinkedQueue<>();
  final ConcurrentHashMap.KeySetView<String, Boolean> shards = ConcurrentHashMap.newKeySet();
  final AtomicBoolean checkpoints = new AtomicBoolean(true);

  /** Records seen whose checkpoint is written. */
  final AtomicInteger checkpointed = new AtomicInteger();

  ShardRecordProcessor processor() {
    return new Processor();
  }

  private final class Processor implements ShardRecordProcessor {

    @Override
    public void initialize(InitializationInput input) {
      shards.add(input.shardId());
    }

    @Override
    public void processRecords(ProcessRecordsInput input) {
      input.records().forEach(read -> texts.add(StandardCharsets.UTF_8.decode(read.data()).toString()));
      if (checkpoints.get() && !input.records().isEmpty()) {
        checkpoint(input.checkpointer());
        checkpointed.addAndGet(input.records().size());
      }
    }

    @Override
    public void leaseLost(LeaseLostInput input) {
      // Another worker goes on from the checkpoint.
    }

    @Override
    public void shardEnded(ShardEndedInput input) {
      checkpoint(input.checkpointer());
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {
      // Each batch said how far it is, or is not to say.
    }

    private static void checkpoint(RecordProcessorCheckpointer checkpointer) {
      try {
        checkpointer.checkpoint();
      } catch (InvalidStateException | ShutdownException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
