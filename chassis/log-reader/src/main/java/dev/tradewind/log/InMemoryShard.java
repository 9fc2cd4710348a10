package dev.tradewind.log;

import dev.tradewind.core.Check;
import dev.tradewind.log.Checkpoints.LeaseLost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * A shard in memory, with its lease, for tests of handlers: readers come and go, and each may be killed between any two of its steps. What it
 * did before stays.
 */
public final class InMemoryShard {

  /** The reader was killed: nothing of it runs any more. */
  public static final class Killed extends Error {

    Killed(int step) {
      super("killed before step " + step);
    }
  }

  /** Retries without waiting, for ever. */
  public static final IntPredicate FOR_EVER = attempts -> true;

  private static final int NEVER = Integer.MAX_VALUE;
  private static final String NAME = "shardId-000000000000";

  private final List<LogRecord> records;
  private final List<String> steps = new ArrayList<>();
  private Optional<String> checkpoint = Optional.empty();
  private Optional<String> cut = Optional.empty();
  private int killAt = NEVER;
  private boolean dead;
  private int reader;

  /** @param records ordered by their sequence numbers */
  public InMemoryShard(List<LogRecord> records) {
    this.records = new ArrayList<>(records);
  }

  /** A record arrives: its sequence number is higher than all before it. */
  public void add(LogRecord record) {
    records.add(record);
  }

  /** What was done so far, by all readers. */
  public List<String> steps() {
    return List.copyOf(steps);
  }

  /** Kills the reader before its n-th step from now on, counted from 0. */
  public InMemoryShard killBeforeStep(int n) {
    Check.that(n >= 0, "n starts at 0, but is %d", n);
    killAt = steps.size() + n;
    return this;
  }

  /** A step of the reader: its effect happens, or the reader is killed before. Handlers call it for what they do outside. */
  public void step(String name, Runnable effect) {
    step(name, () -> {
      effect.run();
      return null;
    });
  }

  /** The same, with what came of it. */
  public <T> T step(String name, Supplier<T> effect) {
    dead = dead || steps.size() == killAt;
    dieIfDead();
    T result = effect.get();
    steps.add(name);
    return result;
  }

  private void dieIfDead() {
    if (dead) {
      throw new Killed(steps.size());
    }
  }

  /** Whether the checkpoint is behind the last record. */
  public boolean isRead() {
    return records.isEmpty() || checkpoint.equals(Optional.of(records.getLast().sequenceNumber()));
  }

  /**
   * A new reader takes the shard and reads to its end, in portions of this size.
   *
   * @param again whether to try again what failed so many times
   * @throws Killed when it was killed
   */
  public void readBy(LogHandler handler, IntPredicate again, int portion) {
    dead = false;
    int mine = ++reader;
    var reading = new ShardReading(NAME, checkpoint, cut, handler, attempts -> {
      dieIfDead();
      return again.test(attempts);
    }, new Silent());
    var rest = records.subList(done(), records.size());
    try {
      for (int from = 0; from < rest.size(); from += portion) {
        reading.take(rest.subList(from, Math.min(rest.size(), from + portion)), checkpoints(mine));
      }
    } finally {
      killAt = NEVER;
    }
  }

  private int done() {
    int from = records.size();
    while (from > 0 && checkpoint.map(records.get(from - 1)::compareTo).orElse(1) > 0) {
      from--;
    }
    return from;
  }

  /** Somebody else takes the lease while the reader works. */
  public void takeOver() {
    reader++;
  }

  private Checkpoints checkpoints(int mine) {
    return last -> {
      held(mine);
      step("prepare " + last, () -> cut = Optional.of(last));
      return () -> {
        held(mine);
        step("checkpoint " + last, () -> {
          checkpoint = Optional.of(last);
          cut = Optional.empty();
        });
      };
    };
  }

  private void held(int mine) throws LeaseLost {
    if (reader != mine) {
      throw new LeaseLost(new IllegalStateException("reader " + reader + " has it"));
    }
  }

  /** Nothing is told. */
  private static final class Silent implements LogObserver {

    @Override
    public void reading(String shard) {}

    @Override
    public void heard(String shard, Duration behind) {}

    @Override
    public void done(Batch batch) {}

    @Override
    public void failed(Batch batch, int attempts, Throwable failure) {}

    @Override
    public void letGo(String shard) {}
  }
}
