package dev.tradewind.log;

import dev.tradewind.core.Check;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.coordinator.WorkerStateChangeListener.WorkerState;
import software.amazon.kinesis.leases.exceptions.LeasingException;
import software.amazon.kinesis.metrics.MetricsLevel;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.processor.SingleStreamTracker;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

/**
 * Reads the central log, as one of the instances that share its shards: every batch is done at least once, those of a shard in their order.
 * It has threads of its own, on which handlers are waited for.
 */
public final class LogReader implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger("tradewind.log");
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private final LogSource source;
  private final LogClients clients;
  private final LogHandler handler;
  private final LogObserver observer;
  private final String instance = "worker-" + UUID.randomUUID();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Pause pause = Pause.until(closing, FIRST_PAUSE, LONGEST_PAUSE);
  private final Thread thread;
  private volatile Optional<Scheduler> scheduler = Optional.empty();
  private volatile WorkerState state = WorkerState.CREATED;

  private LogReader(LogSource source, LogClients clients, LogHandler handler, LogObserver observer) {
    this.source = Check.notNull(source, "source");
    this.clients = clients;
    this.handler = Check.notNull(handler, "handler");
    this.observer = Check.notNull(observer, "observer");
    this.thread = Thread.ofPlatform().name("log-reader-" + source.application()).daemon().unstarted(this::run);
  }

  /**
   * Starts reading, and goes on trying to while the log or the table of leases is away.
   *
   * @param endpoint of all of AWS; that of AWS itself when empty
   * @param like a client whose region and credentials the reader's own clients have
   * @param interceptors see every request that the reader sends, such as one that counts them
   */
  public static LogReader start(LogSource source, Optional<URI> endpoint, DynamoDbAsyncClient like, List<ExecutionInterceptor> interceptors,
      LogHandler handler, LogObserver observer) {
    var reader = new LogReader(source, LogClients.at(endpoint, like, interceptors), handler, observer);
    reader.thread.start();
    return reader;
  }

  /** Whether it takes part: it reads its shards, if it has any, and would take those of an instance that dies. */
  public boolean isReady() {
    return state == WorkerState.STARTED;
  }

  private void run() {
    for (int attempts = 1; closing.getCount() > 0; attempts++) {
      try {
        var worker = worker();
        scheduler = Optional.of(worker);
        if (closing.getCount() > 0) {
          worker.run();
        }
      } catch (RuntimeException | LeasingException failure) {
        LOG.warnf("log-unreachable reader=%s stream=%s attempts=%d reason=%s: tried again", source.application(), source.stream(), attempts, failure);
      }
      if (!pause.after(attempts)) {
        return;
      }
    }
  }

  private Scheduler worker() throws LeasingException {
    var position = source.startAt().position();
    var configs = new ConfigsBuilder(new SingleStreamTracker(source.stream(), position), source.application(),
        clients.kinesis(), clients.dynamoDb(), clients.cloudWatch(), instance, () -> new ShardProcessor(this::reading, observer));
    var leases = Leases.configure(configs.leaseManagementConfig(), source);
    Leases.prepare(leases, clients, source);
    return new Scheduler(
        configs.checkpointConfig(),
        configs.coordinatorConfig().shardConsumerDispatchPollIntervalMillis(200).skipShardSyncAtWorkerInitializationIfLeasesExist(true)
            .workerStateChangeListener(changed -> state = changed),
        leases,
        configs.lifecycleConfig().aggregatorUtil(new WholeRecords()),
        configs.metricsConfig().metricsLevel(MetricsLevel.NONE).metricsFactory(new NullMetricsFactory()),
        // Nothing new is news too: the reader is not behind.
        configs.processorConfig().callProcessRecordsEvenForEmptyRecordList(true),
        configs.retrievalConfig().retrievalSpecificConfig(
            new PollingConfig(source.stream(), clients.kinesis()).idleTimeBetweenReadsInMillis(source.pollEvery().toMillis())));
  }

  private ShardReading reading(ShardProcessor.Standing standing) {
    return new ShardReading(standing.shard(), standing.after(), standing.cut(), handler, pause, observer);
  }

  /** Lets the batches under way finish, and lets go of the shards, so that others need not wait for the leases to end. */
  public void close(Duration atMost) {
    closing.countDown();
    try {
      if (scheduler.isPresent() && !scheduler.get().shutdownComplete()) {
        scheduler.get().startGracefulShutdown().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      }
      thread.join(atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warnf("log-reader-stopped-hard reader=%s reason=%s: its shards are free when their leases end", source.application(), e);
      scheduler.ifPresent(Scheduler::shutdown);
    } finally {
      clients.close();
    }
  }

  @Override
  public void close() {
    close(Duration.ofSeconds(10));
  }
}
