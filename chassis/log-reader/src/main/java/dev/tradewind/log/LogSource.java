package dev.tradewind.log;

import dev.tradewind.core.Check;
import java.time.Duration;

/**
 * What is read, and as whom.
 *
 * @param stream the Kinesis stream
 * @param application what the reader is called: its instances share the shards, and its tables in DynamoDB begin with this name
 * @param startAt where it begins when it has never read
 * @param pollEvery how long it waits between two requests for records of a shard, 200 ms or more: the batches hold what came meanwhile
 * @param lease how long an instance that died keeps its shards, 2 s or more; another is at work within about three times that
 */
public record LogSource(String stream, String application, StartAt startAt, Duration pollEvery, Duration lease) {

  // Shorter is refused by the library: Kinesis answers five requests a second and shard.
  private static final Duration SHORTEST_POLL = Duration.ofMillis(200);
  private static final Duration SHORTEST_LEASE = Duration.ofSeconds(2);

  public LogSource {
    Check.notBlank(stream, "stream");
    Check.notBlank(application, "application");
    Check.notNull(startAt, "startAt");
    Check.that(pollEvery.compareTo(SHORTEST_POLL) >= 0, "pollEvery is 200 ms or more, but is %s", pollEvery);
    Check.that(lease.compareTo(SHORTEST_LEASE) >= 0, "lease is 2 s or more, but is %s", lease);
  }
}
