package dev.tradewind.log;

import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;

/** Checkpoints where the Kinesis Client Library keeps them: in the lease, written on condition that it is still ours. */
record KinesisCheckpoints(RecordProcessorCheckpointer checkpointer) implements Checkpoints {

  @Override
  public Prepared prepare(String lastNumber) throws LeaseLost {
    try {
      var prepared = checkpointer.prepareCheckpoint(lastNumber);
      return () -> written(prepared::checkpoint);
    } catch (ShutdownException e) {
      throw new LeaseLost(e);
    } catch (InvalidStateException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says that the shard has come to its end, and everything in it is done. */
  void end() throws LeaseLost {
    written(checkpointer::checkpoint);
  }

  private interface Writing {
    void write() throws ShutdownException, InvalidStateException;
  }

  private static void written(Writing writing) throws LeaseLost {
    try {
      writing.write();
    } catch (ShutdownException e) {
      throw new LeaseLost(e);
    } catch (InvalidStateException e) {
      throw new IllegalStateException(e);
    }
  }
}
