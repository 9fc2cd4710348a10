package dev.tradewind.log;

import java.time.Duration;

/** Hears how reading goes. Called on the threads that read; must not block and must not fail. */
public interface LogObserver {

  /** A shard is ours from here on. */
  void reading(String shard);

  /**
   * The log was asked for more of a shard.
   *
   * @param behind how far what came is behind the newest record of the shard
   */
  void heard(String shard, Duration behind);

  /** A batch is done, and will not come again. */
  void done(Batch batch);

  /** A batch could not be done, and is tried again. */
  void failed(Batch batch, int attempts, Throwable failure);

  /** A shard is ours no more. */
  void letGo(String shard);
}
