package dev.tradewind.archive.api;

import dev.tradewind.log.LogProgress.ShardStatus;
import java.util.List;
import java.util.Optional;

/** What this instance reads. */
record StatusView(List<Shard> shards) {

  /**
   * A shard.
   *
   * @param lagMillis how far the archive is behind the log, at most
   * @param last sequence number of the last record in the archive; absent when none was written since this instance took the shard
   * @param trouble why the batch under way could not be written yet
   */
  record Shard(String id, long lagMillis, Optional<String> last, Optional<String> trouble) {

    static Shard of(ShardStatus status) {
      return new Shard(status.shard(), status.lag().toMillis(), status.last(), status.trouble());
    }
  }
}
