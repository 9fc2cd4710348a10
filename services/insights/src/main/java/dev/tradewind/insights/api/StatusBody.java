package dev.tradewind.insights.api;

import dev.tradewind.insights.readers.Readers;
import dev.tradewind.log.LogProgress.ShardStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/** The readers of this instance. */
@RegisterForReflection
public record StatusBody(List<Reader> readers) {

  /**
   * One of them.
   *
   * @param name such as {@code sales}
   * @param enabled whether this instance is told to read
   * @param ready whether it takes part in reading
   * @param shards those that this instance reads; others may read others
   */
  @RegisterForReflection
  public record Reader(String name, boolean enabled, boolean ready, List<Shard> shards) {

    static Reader of(Readers.Standing standing) {
      return new Reader(standing.name().label(), standing.enabled(), standing.ready(), standing.shards().stream().map(Shard::of).toList());
    }
  }

  /**
   * A shard.
   *
   * @param lagMillis how far the reader is behind the log, at most
   * @param last sequence number of the last record that is done; absent when none was since this instance took the shard
   * @param trouble why the batch under way could not be done yet
   */
  @RegisterForReflection
  public record Shard(String id, long lagMillis, Optional<String> last, Optional<String> trouble) {

    static Shard of(ShardStatus status) {
      return new Shard(status.shard(), status.lag().toMillis(), status.last(), status.trouble());
    }
  }
}
