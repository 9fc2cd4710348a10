package dev.tradewind.log;

import dev.tradewind.log.Checkpoints.LeaseLost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one shard: cuts what comes into batches and has each done, in turn.
 *
 * <p>Where a batch ends is written down before it is done. So the next reader of the shard, who is given the records in other portions, cuts the
 * batch that was under way where it was cut before. Nothing here is ever skipped: when a batch cannot be done, nothing after it is.
 */
final class ShardReading {

  private final String shard;
  private final LogHandler handler;
  private final Pause pause;
  private final LogObserver observer;
  private final List<LogRecord> held = new ArrayList<>();
  private Optional<String> after;
  private Optional<String> cut;
  private boolean over;

  /**
   * @param after the last record that is done; empty when nothing is
   * @param cut the last record of the batch that was under way when the reader before stopped; empty when none was
   */
  ShardReading(String shard, Optional<String> after, Optional<String> cut, LogHandler handler, Pause pause, LogObserver observer) {
    this.shard = shard;
    this.after = after;
    this.cut = cut;
    this.handler = handler;
    this.pause = pause;
    this.observer = observer;
  }

  /** Whether reading has ended before the records did: nothing that comes now may count as done. */
  boolean isOver() {
    return over;
  }

  /** Takes the next records of the shard, and returns when they are done, or kept for their batch, or reading is over. */
  void take(List<LogRecord> records, Checkpoints checkpoints) {
    for (var record : records) {
      int place = cut.map(record::compareTo).orElse(-1);
      if (place > 0) {
        finish(checkpoints);
      }
      held.add(record);
      if (place == 0) {
        finish(checkpoints);
      }
    }
    if (cut.isEmpty()) {
      finish(checkpoints);
    }
  }

  private void finish(Checkpoints checkpoints) {
    cut = Optional.empty();
    if (!held.isEmpty() && !over) {
      var batch = new Batch(shard, after, held);
      over = !complete(batch, checkpoints);
      after = Optional.of(batch.last().sequenceNumber());
    }
    held.clear();
  }

  private boolean complete(Batch batch, Checkpoints checkpoints) {
    for (int attempts = 1; ; attempts++) {
      try {
        var prepared = checkpoints.prepare(batch.last().sequenceNumber());
        handler.accept(batch).await().indefinitely();
        prepared.done();
        observer.done(batch);
        return true;
      } catch (LeaseLost lost) {
        return false;
      } catch (RuntimeException failure) {
        observer.failed(batch, attempts, failure);
        if (!pause.after(attempts)) {
          return false;
        }
      }
    }
  }
}
