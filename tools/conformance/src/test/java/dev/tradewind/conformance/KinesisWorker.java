package dev.tradewind.conformance;

import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.HashKeyRangeForLease;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.leases.Lease;
import software.amazon.kinesis.leases.LeaseManagementConfig;
import software.amazon.kinesis.leases.dynamodb.DynamoDBLeaseSerializer;
import software.amazon.kinesis.metrics.MetricsLevel;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.processor.SingleStreamTracker;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

/** One worker of the Kinesis Client Library, with settings that make it start and take over within seconds. */
record KinesisWorker(Reading reading, Scheduler scheduler, Thread thread, AutoCloseable clients) {

  private static final InitialPositionInStreamExtended FROM_THE_START =
      InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON);
  private static final long STOP_SECONDS = 30;

  static KinesisWorker start(Clients clients, KinesisStream stream, String application) {
    var kinesis = clients.client(KinesisAsyncClient.builder());
    var dynamoDb = clients.client(DynamoDbAsyncClient.builder());
    var cloudWatch = clients.client(CloudWatchAsyncClient.builder());
    var reading = new Reading();
    var configs = new ConfigsBuilder(new SingleStreamTracker(stream.name(), FROM_THE_START), application, kinesis, dynamoDb, cloudWatch,
        "worker-" + UUID.randomUUID(), reading::processor);
    var leases = leases(configs.leaseManagementConfig());
    prepare(leases, stream);
    var scheduler = new Scheduler(
        configs.checkpointConfig(),
        configs.coordinatorConfig().shardConsumerDispatchPollIntervalMillis(200).skipShardSyncAtWorkerInitializationIfLeasesExist(true),
        leases,
        configs.lifecycleConfig(),
        configs.metricsConfig().metricsLevel(MetricsLevel.NONE).metricsFactory(new NullMetricsFactory()),
        configs.processorConfig(),
        configs.retrievalConfig().retrievalSpecificConfig(new PollingConfig(stream.name(), kinesis).idleTimeBetweenReadsInMillis(200)));
    var thread = Thread.ofPlatform().name("kinesis-worker").daemon().start(scheduler);
    return new KinesisWorker(reading, scheduler, thread, () -> {
      kinesis.close();
      dynamoDb.close();
      cloudWatch.close();
    });
  }

  private static LeaseManagementConfig leases(LeaseManagementConfig leases) {
    leases.workerUtilizationAwareAssignmentConfig()
        .inMemoryWorkerMetricsCaptureFrequencyMillis(200)
        .workerMetricsReporterFreqInMillis(2_000);
    return leases
        .failoverTimeMillis(5_000)
        .leaseAssignmentIntervalMillis(500L)
        .dynamoDbLockBasedLeaderHeartbeatPeriodInMillis(1_000)
        .dynamoDbLockBasedLeaderLeaseDurationInMillis(5_000);
  }

  /** Makes the table, its index and the first leases beforehand: a worker that does so itself waits ten seconds, and then up to thirty. */
  private static void prepare(LeaseManagementConfig config, KinesisStream stream) {
    try {
      var factory = config.leaseManagementFactory(new DynamoDBLeaseSerializer(), false);
      var table = factory.createLeaseRefresher();
      table.createLeaseTableIfNotExists();
      table.waitUntilLeaseTableExists(1, 60);
      table.createLeaseOwnerToLeaseKeyIndexIfNotExists();
      table.waitUntilLeaseOwnerToLeaseKeyIndexExists(1, 60);
      if (table.isLeaseTableEmpty()) {
        for (var shard : stream.shards()) {
          var lease = new Lease();
          lease.leaseKey(shard.shardId());
          lease.checkpoint(ExtendedSequenceNumber.TRIM_HORIZON);
          lease.hashKeyRange(HashKeyRangeForLease.fromHashKeyRange(shard.hashKeyRange()));
          table.createLeaseIfNotExists(lease);
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException("The leases of " + stream.name() + " could not be prepared", e);
    }
  }

  /** Lets processors finish what they do, and lets go of their shards. */
  void close() {
    if (scheduler.shutdownComplete()) {
      return;
    }
    try {
      scheduler.startGracefulShutdown().get(STOP_SECONDS, TimeUnit.SECONDS);
      thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
      clients.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The worker did not stop", e);
    } catch (Exception e) {
      throw new IllegalStateException("The worker's clients did not stop", e);
    }
  }
}
