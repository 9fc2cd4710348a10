package dev.tradewind.log;

import java.util.List;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.kinesis.common.HashKeyRangeForLease;
import software.amazon.kinesis.leases.Lease;
import software.amazon.kinesis.leases.LeaseManagementConfig;
import software.amazon.kinesis.leases.dynamodb.DynamoDBLeaseSerializer;
import software.amazon.kinesis.leases.exceptions.LeasingException;

/** How shards are shared out, and the table that says who has which. */
final class Leases {

  private static final int POLL_SECONDS = 1;
  private static final int LONGEST_SECONDS = 60;
  private static final long LONGEST_UNASSIGNED_MILLIS = 2_000;

  private Leases() {}

  /** Settings with which a reader starts at once, and takes over when the lease is over. */
  static LeaseManagementConfig configure(LeaseManagementConfig config, LogSource source) {
    long lease = source.lease().toMillis();
    config.workerUtilizationAwareAssignmentConfig()
        .inMemoryWorkerMetricsCaptureFrequencyMillis(200)
        .workerMetricsReporterFreqInMillis(2_000);
    return config
        // Who takes a shard over must see how far the one before came.
        .consistentReads(true)
        .initialPositionInStream(source.startAt().position())
        .failoverTimeMillis(lease)
        // Looked at twice as often by everybody who reads, also when nothing happens.
        .leaseAssignmentIntervalMillis(Math.min(lease / 5, LONGEST_UNASSIGNED_MILLIS))
        .dynamoDbLockBasedLeaderHeartbeatPeriodInMillis(lease / 5)
        .dynamoDbLockBasedLeaderLeaseDurationInMillis(lease);
  }

  /**
   * Makes the table, its index and the first leases beforehand: the library, left to it, waits ten seconds, and then up to thirty. Leases that
   * are there stay as they are.
   */
  static void prepare(LeaseManagementConfig config, LogClients clients, LogSource source) throws LeasingException {
    var table = config.leaseManagementFactory(new DynamoDBLeaseSerializer(), false).createLeaseRefresher();
    table.createLeaseTableIfNotExists();
    table.waitUntilLeaseTableExists(POLL_SECONDS, LONGEST_SECONDS);
    table.createLeaseOwnerToLeaseKeyIndexIfNotExists();
    table.waitUntilLeaseOwnerToLeaseKeyIndexExists(POLL_SECONDS, LONGEST_SECONDS);
    if (table.isLeaseTableEmpty()) {
      var shards = clients.kinesis().listShards(list -> list.streamName(source.stream())).join().shards();
      for (var shard : shards) {
        table.createLeaseIfNotExists(first(shard, source));
      }
    }
  }

  private static Lease first(Shard shard, LogSource source) {
    var lease = new Lease();
    lease.leaseKey(shard.shardId());
    lease.checkpoint(source.startAt().checkpoint());
    lease.hashKeyRange(HashKeyRangeForLease.fromHashKeyRange(shard.hashKeyRange()));
    if (shard.parentShardId() != null) {
      lease.parentShardIds(List.of(shard.parentShardId()));
    }
    return lease;
  }
}
