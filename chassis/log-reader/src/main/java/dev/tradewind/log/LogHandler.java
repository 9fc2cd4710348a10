package dev.tradewind.log;

import io.smallrye.mutiny.Uni;

/** What a reader does with the log. */
@FunctionalInterface
public interface LogHandler {

  /**
   * Does a batch. When it completes the batch is done, and the next one of its shard may come. When it fails the same batch comes again,
   * after a pause, for as long as the shard is ours: so what can never succeed must be put aside, not failed.
   *
   * <p>A batch whose reader was killed while it did it comes again as it was, with the same first and last record, to whoever reads the shard
   * next. So what is written under a name made of a batch is written once. Batches of different shards come side by side.
   */
  Uni<Void> accept(Batch batch);
}
