package dev.tradewind.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Deadline;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.UnreadableMessage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.providers.impl.ConnectorConfig;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The connector between a queue and an {@code @Incoming} method: health, dead letters, drain. */
class SqsConnectorTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final Vertx vertx = Vertx.vertx();
  private final FakeSqs sqs = new FakeSqs();
  private final JsonCodec codec = new JsonCodec(Types.of());
  private final List<Message<?>> received = new CopyOnWriteArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final QueueWaits waits = new QueueWaits(now::get, new SimpleMeterRegistry());
  private final SqsConnector connector = new SqsConnector(settings(), sqs.client, vertx,
      new Receiver(codec, OpenTelemetry.noop().getTracer("test"), new SimpleMeterRegistry()), waits);

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_channel_without_a_queue_is_told_which_setting_is_missing() {
    var channel = channel("mp.messaging.incoming.commands.connector", "tradewind-sqs");
    assertThatThrownBy(() -> connector.getPublisher(channel))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("commands").hasMessageContaining("mp.messaging.incoming.commands.queue");
  }

  @Test
  void a_message_arrives_within_its_trace_and_is_deleted_when_it_was_handled() {
    listen();
    sqs.put("m-1", deadline("order/o-1"));
    Eventually.holds(() -> received.size() == 1);
    assertThat(((dev.tradewind.core.Message) received.getFirst().getPayload()).data()).isEqualTo(new Deadline("order/o-1"));
    assertThat(sqs.deleted).isEmpty();

    received.getFirst().ack();
    Eventually.holds(() -> sqs.deleted.contains("m-1"));
  }

  @Test
  void how_long_messages_lay_in_the_queue_is_known() {
    listen();
    sqs.put("m-1", deadline("order/o-1"));
    Eventually.holds(() -> received.size() == 1);
    now.set(Instant.EPOCH.plusSeconds(1));

    assertThat(waits.standing("orders-commands")).isGreaterThanOrEqualTo(FakeSqs.LAY_THERE);
  }

  @Test
  void what_cannot_be_read_never_reaches_the_handler_and_is_buried_with_its_reason() {
    listen();
    sqs.put("m-1", "nonsense");
    sqs.put("m-2", deadline("order/o-1"));

    Eventually.holds(() -> received.size() == 1 && sqs.deleted.contains("m-1"));
    assertThat(sqs.sent).singleElement().satisfies(buried -> {
      assertThat(buried.queueUrl()).endsWith("tradewind-orders-commands-dlq");
      assertThat(buried.messageBody()).isEqualTo("nonsense");
      assertThat(buried.messageAttributes().get("reason").stringValue()).startsWith("not JSON");
    });
  }

  @Test
  void what_the_handler_does_not_understand_is_buried_too() {
    listen();
    sqs.put("m-1", deadline("order/o-1"));
    Eventually.holds(() -> received.size() == 1);

    received.getFirst().nack(new UnreadableMessage("not for us"));

    Eventually.holds(() -> sqs.deleted.contains("m-1"));
    assertThat(sqs.sent).singleElement().satisfies(buried ->
        assertThat(buried.messageAttributes().get("reason").stringValue()).isEqualTo("not for us"));
  }

  @Test
  void what_failed_is_neither_deleted_nor_buried() {
    listen();
    sqs.put("m-1", deadline("order/o-1"));
    Eventually.holds(() -> received.size() == 1);

    received.getFirst().nack(new IllegalStateException("not now")).toCompletableFuture().join();

    assertThat(sqs.deleted).isEmpty();
    assertThat(sqs.sent).isEmpty();
  }

  @Test
  void it_is_ready_while_it_receives_not_ready_while_it_cannot_and_alive_all_the_time() {
    listen();
    Eventually.holds(() -> connector.getReadiness().isOk());

    sqs.goAway();
    Eventually.holds(() -> !connector.getReadiness().isOk());
    assertThat(connector.getReadiness().getChannels()).singleElement().satisfies(channel -> {
      assertThat(channel.getChannel()).isEqualTo("orders-commands");
      assertThat(channel.getMessage()).contains("RECOVERING", "connection refused");
    });
    assertThat(connector.getLiveness().isOk()).isTrue();
    assertThat(connector.getStartup().isOk()).isTrue();

    sqs.comeBack();
    Eventually.holds(() -> connector.getReadiness().isOk());
  }

  @Test
  void shutting_down_waits_for_what_is_being_handled() {
    listen();
    sqs.put("m-1", deadline("order/o-1"));
    Eventually.holds(() -> received.size() == 1);

    var drained = CompletableFuture.runAsync(() -> connector.drain(new ShutdownEvent()));
    Eventually.holds(() -> !connector.getReadiness().isOk());
    assertThat(drained).isNotDone();

    received.getFirst().ack();
    Eventually.holds(drained::isDone);
    assertThat(drained).isCompleted();
    assertThat(sqs.deleted).containsExactly("m-1");
  }

  @Test
  void shutting_down_with_nothing_under_way_is_done_at_once() {
    connector.drain(new ShutdownEvent());
    listen();
    Eventually.holds(() -> connector.getReadiness().isOk());
    assertThat(CompletableFuture.runAsync(() -> connector.drain(new ShutdownEvent()))).succeedsWithin(SOON);
  }

  private void listen() {
    var channel = channel("mp.messaging.incoming.commands.queue", "orders-commands");
    Multi.createFrom().<Message<?>>publisher((Flow.Publisher<Message<?>>) connector.getPublisher(channel))
        .subscribe().with(received::add);
  }

  private String deadline(String stream) {
    return codec.write(new dev.tradewind.core.Message(stream + "/1/1", "/tradewind/orders", stream, 1, Instant.EPOCH,
        "request/place", "o-1", "", Optional.of(Instant.EPOCH), new Deadline(stream)));
  }

  private static Config channel(String name, String value) {
    var overall = new SmallRyeConfigBuilder().withDefaultValue(name, value).withDefaultValue("mp.messaging.incoming.commands.connector", "tradewind-sqs").build();
    return new ConnectorConfig("mp.messaging.incoming.", overall, "commands") {};
  }

  private static ChassisConfig settings() {
    return new SmallRyeConfigBuilder().withMapping(ChassisConfig.class).withDefaultValue("tradewind.service", "orders").build()
        .getConfigMapping(ChassisConfig.class);
  }
}
