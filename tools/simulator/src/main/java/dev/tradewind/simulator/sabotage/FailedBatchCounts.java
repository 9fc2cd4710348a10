package dev.tradewind.simulator.sabotage;

import dev.tradewind.log.LogHandler;
import dev.tradewind.simulator.world.Sabotage;

/** Takes a batch of the log for archived although it could not be written, as a reader does that lets its library see no exception. */
final class FailedBatchCounts implements Sabotage {

  @Override
  public LogHandler on(LogHandler archiver) {
    return batch -> archiver.accept(batch).onFailure(RuntimeException.class).recoverWithNull();
  }
}
