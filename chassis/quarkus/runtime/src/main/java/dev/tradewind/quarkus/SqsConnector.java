package dev.tradewind.quarkus;

import dev.tradewind.aws.Delivery;
import dev.tradewind.aws.QueueConsumer;
import dev.tradewind.aws.QueueConsumer.State;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.annotations.ConnectorAttribute;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.health.HealthReporter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * Reads command and event queues for {@code @Incoming} methods that take a {@link dev.tradewind.core.Message}. With {@code concurrency=n}
 * that many are handled at a time; all of them share one {@link QueueConsumer}.
 *
 * <p>A handler that completes acknowledges. One that fails with an {@link dev.tradewind.core.wire.UnreadableMessage} sends the message to
 * the dead-letter queue; any other failure brings it back later.
 */
@ApplicationScoped
@Connector(SqsConnector.NAME)
@ConnectorAttribute(name = "queue", type = "string", direction = ConnectorAttribute.Direction.INCOMING, mandatory = true,
    description = "Name of the queue, without the prefix all names begin with")
public class SqsConnector implements InboundConnector, HealthReporter {

  static final String NAME = "tradewind-sqs";

  private static final Logger LOG = Logger.getLogger("tradewind.queues");
  private static final int BEFORE_EVERYTHING = 1;

  private final ChassisConfig config;
  private final SqsAsyncClient sqs;
  private final Vertx vertx;
  private final Receiver receiver;
  private final QueueWaits waits;
  private final Map<String, QueueConsumer> consumers = new ConcurrentHashMap<>();

  SqsConnector(ChassisConfig config, SqsAsyncClient sqs, Vertx vertx, Receiver receiver, QueueWaits waits) {
    this.config = config;
    this.sqs = sqs;
    this.vertx = vertx;
    this.receiver = receiver;
    this.waits = waits;
  }

  @Override
  public Flow.Publisher<? extends Message<?>> getPublisher(Config channel) {
    var queue = channel.getValue("queue", String.class);
    var consumer = consumers.computeIfAbsent(queue, this::consumer);
    // One event loop a copy of the channel, so that copies spread over the cores.
    Context loop = vertx.getOrCreateContext();
    return consumer.deliveries().onItem().transformToUniAndConcatenate(delivery -> receive(queue, delivery, loop));
  }

  private Uni<Message<dev.tradewind.core.Message>> receive(String queue, Delivery delivery, Context loop) {
    delivery.waited().ifPresent(waited -> waits.received(queue, waited));
    return receiver.receive(queue, delivery, loop).emitOn(task -> loop.runOnContext(ignored -> task.run()));
  }

  private QueueConsumer consumer(String queue) {
    var settings = config.queues();
    var defaults = QueueConsumer.Options.of(config.prefix() + queue);
    return new QueueConsumer(sqs, new QueueConsumer.Options(
        defaults.queue(),
        settings.polls(),
        Duration.ofSeconds(settings.waitSeconds()),
        settings.maxInFlight(),
        Duration.ofSeconds(settings.visibilitySeconds()),
        defaults.maxHandling(),
        defaults.backoffBase(),
        defaults.backoffCap(),
        Duration.ofSeconds(settings.drainSeconds()),
        defaults.linger()));
  }

  /** Before anything is torn down: what was received is finished and acknowledged. */
  void drain(@Observes @Priority(BEFORE_EVERYTHING) ShutdownEvent shutdown) {
    if (!consumers.isEmpty()) {
      LOG.infof("draining queues=%s", consumers.keySet());
      Uni.join().all(consumers.values().stream().map(QueueConsumer::drain).toList()).andCollectFailures()
          .await().atMost(Duration.ofSeconds(config.queues().drainSeconds() + 2L));
      LOG.infof("drained queues=%s", consumers.keySet());
    }
  }

  @Override
  public HealthReport getReadiness() {
    var report = HealthReport.builder();
    consumers.forEach((queue, consumer) -> report.add(queue, consumer.health().state() == State.RECEIVING, describe(consumer.health())));
    return report.build();
  }

  private static String describe(QueueConsumer.Health health) {
    return health.state() + " since " + health.since() + health.error().map(error -> ": " + error).orElse("");
  }

  /** A queue that cannot be reached is no reason to restart: the consumer recovers by itself. */
  @Override
  public HealthReport getLiveness() {
    var report = HealthReport.builder();
    consumers.keySet().forEach(queue -> report.add(queue, true));
    return report.build();
  }

  @Override
  public HealthReport getStartup() {
    return getLiveness();
  }
}
