package dev.tradewind.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.aws.QueueConsumer.State;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class QueueConsumerOnSqsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FaultyProxy proxy = new FaultyProxy(LocalCloud.endpoint());
  private final Cloud cloud = new Cloud(proxy.endpoint());
  private final Cloud direct = new Cloud(LocalCloud.endpoint());
  private final String queue = Cloud.unique("work");
  private final List<String> handled = new CopyOnWriteArrayList<>();
  private final LogProbe log = LogProbe.of(QueueConsumer.class);
  private final QueueConsumer consumer = consumer();

  @BeforeEach
  void create() {
    direct.queue(queue);
  }

  @AfterEach
  void stop() {
    consumer.drain().await().atMost(Duration.ofSeconds(30));
    cloud.close();
    direct.close();
    proxy.close();
    log.close();
  }

  @Test
  void what_is_sent_is_handled_and_deleted() {
    handle(16, this::done);

    direct.send(queue, "hello");

    patiently().until(() -> handled.contains("hello") && direct.size(queue) == 0);
    assertThat(consumer.health().state()).isEqualTo(State.RECEIVING);
    assertThat(consumer.health().lastPoll()).isPresent();
  }

  @Test
  void of_two_thousand_messages_under_random_failures_none_is_lost_and_deletes_share_requests() {
    var failures = new AtomicInteger();
    var left = ConcurrentHashMap.<String>newKeySet();
    send(2_000).forEach(left::add);
    handle(32, delivery -> {
      if (ThreadLocalRandom.current().nextInt(10) == 0) {
        failures.incrementAndGet();
        return delivery.retry(new IllegalStateException("bad luck"));
      }
      left.remove(delivery.body());
      return done(delivery);
    });
    IntStream.range(0, 5).forEach(i -> proxy.refuseNext("ReceiveMessage", 500));
    proxy.loseNextAnswer("ReceiveMessage");
    proxy.refuseNext("DeleteMessageBatch", 500);

    patiently().atMost(Duration.ofSeconds(150)).until(() -> left.isEmpty() && direct.size(queue) == 0);

    assertThat(failures.get()).isGreaterThan(100);
    assertThat(handled).contains("m-0", "m-1999");
    assertThat(proxy.count("DeleteMessageBatch")).isLessThan(1_000);
    assertThat(direct.size(queue + "-dlq")).isZero();
  }

  @Test
  void it_survives_that_the_endpoint_goes_away_and_comes_back() {
    handle(16, this::done);
    direct.send(queue, "before");
    patiently().until(() -> handled.contains("before"));

    proxy.down();
    patiently().until(() -> consumer.health().state() == State.RECOVERING);
    assertThat(consumer.health().error()).hasValueSatisfying(error -> assertThat(error).contains("SdkClientException"));
    direct.send(queue, "during");
    proxy.up();

    patiently().until(() -> handled.contains("during"));
    assertThat(consumer.health().state()).isEqualTo(State.RECEIVING);
    assertThat(log.lines(Level.INFO)).filteredOn(line -> line.startsWith("receiving fails")).hasSize(1);
    assertThat(log.lines(Level.INFO)).filteredOn(line -> line.startsWith("receiving again")).hasSize(1);
  }

  @Test
  void it_waits_for_a_queue_that_does_not_exist_yet() {
    var late = Cloud.unique("late");
    var early = new QueueConsumer(cloud.sqs, options(late));
    early.deliveries().subscribe().with(delivery -> done(delivery).subscribe().with(deleted -> {}));
    patiently().until(() -> early.health().state() == State.RECOVERING);

    direct.queue(late);
    direct.send(late, "at last");

    patiently().until(() -> handled.contains("at last"));
    early.drain().await().atMost(Duration.ofSeconds(10));
  }

  @Test
  void a_slow_handler_keeps_its_message_to_itself() {
    var works = new CopyOnWriteArrayList<UniEmitter<? super Void>>();
    handle(16, delivery -> Uni.createFrom().<Void>emitter(works::add).chain(() -> done(delivery)));
    direct.send(queue, "slow");
    patiently().until(() -> works.size() == 1);
    var beats = proxy.count("ChangeMessageVisibilityBatch");

    patiently().until(() -> proxy.count("ChangeMessageVisibilityBatch") >= beats + 7);
    assertThat(direct.take(queue)).as("twice its visibility has passed").isEmpty();
    assertThat(works).hasSize(1);
    works.getFirst().complete(null);

    patiently().until(() -> direct.size(queue) == 0);
  }

  @Test
  void without_a_heartbeat_the_same_message_comes_back() {
    var url = direct.url(queue);
    direct.send(queue, "hidden for a second");
    direct.sqs.receiveMessage(request -> request.queueUrl(url).visibilityTimeout(1)).join();

    patiently().until(() -> !direct.take(queue).isEmpty());
  }

  @Test
  void a_message_that_failed_comes_back_with_a_higher_receive_count() {
    var counts = new CopyOnWriteArrayList<Integer>();
    handle(16, delivery -> {
      counts.add(delivery.receiveCount());
      return delivery.receiveCount() < 3 ? delivery.retry(new IllegalStateException()) : done(delivery);
    });

    direct.send(queue, "stubborn");

    patiently().until(() -> direct.size(queue) == 0 && handled.contains("stubborn"));
    assertThat(counts).containsExactly(1, 2, 3);
  }

  @Test
  void poison_goes_to_the_dead_letter_queue_with_its_attributes_and_the_reason_and_holds_up_nothing() {
    handle(16, delivery -> delivery.body().equals("poison") ? delivery.deadLetter("not JSON, from line 1 column 1 on") : done(delivery));
    var url = direct.url(queue);
    direct.sqs.sendMessage(request -> request.queueUrl(url).messageBody("poison")
        .messageAttributes(Map.of("type", MessageAttributeValue.builder().dataType("String").stringValue("Tea").build()))).join();
    direct.send(queue, "good");

    patiently().until(() -> handled.contains("good") && direct.size(queue) == 0 && direct.size(queue + "-dlq") == 1);
    var buried = direct.take(queue + "-dlq").getFirst();
    assertThat(buried.body()).isEqualTo("poison");
    assertThat(buried.messageAttributes().get("type").stringValue()).isEqualTo("Tea");
    assertThat(buried.messageAttributes().get("reason").stringValue()).isEqualTo("not JSON, from line 1 column 1 on");
  }

  @Test
  void without_a_dead_letter_queue_poison_is_not_deleted() {
    var lonely = Cloud.unique("lonely");
    direct.create(lonely);
    var careless = new QueueConsumer(cloud.sqs, options(lonely));
    var receives = new AtomicInteger();
    careless.deliveries().onItem().transformToUniAndMerge(delivery -> {
      receives.set(delivery.receiveCount());
      return delivery.deadLetter("poison");
    }).subscribe().with(done -> {});
    direct.send(lonely, "poison");

    patiently().until(() -> receives.get() >= 2);
    assertThat(direct.size(lonely)).isEqualTo(1);
    careless.drain().await().atMost(Duration.ofSeconds(10));
  }

  @Test
  void a_drain_finishes_and_deletes_what_is_in_flight_and_takes_nothing_more() {
    var works = new CopyOnWriteArrayList<UniEmitter<? super Void>>();
    handle(16, delivery -> Uni.createFrom().<Void>emitter(works::add).chain(() -> done(delivery)));
    send(5);
    patiently().until(() -> works.size() == 5);

    var drained = consumer.drain().subscribeAsCompletionStage();
    send(3);
    assertThat(drained).isNotDone();
    works.forEach(work -> work.complete(null));

    patiently().until(drained::isDone);
    assertThat(handled).hasSize(5);
    assertThat(direct.size(queue)).isEqualTo(3);
    assertThat(consumer.health().state()).isEqualTo(State.STOPPED);
  }

  @Test
  void what_a_cancelled_subscriber_was_not_handed_is_there_for_others_at_once() {
    send(10);
    var hiding = new QueueConsumer(cloud.sqs, options(queue, Duration.ofMinutes(1)));
    var first = hiding.deliveries().select().first().toUni().await().atMost(Duration.ofSeconds(60));
    first.acknowledge().await().atMost(Duration.ofSeconds(60));

    handle(16, this::done);

    patiently().atMost(Duration.ofSeconds(45)).until(() -> handled.size() == 9);
    hiding.drain().await().atMost(Duration.ofSeconds(30));
  }

  @Test
  void two_consumers_share_one_queue() {
    var other = consumer();
    var others = new CopyOnWriteArrayList<String>();
    handle(8, this::done);
    Multi<Void> work = other.deliveries().onItem().transformToUni(delivery -> {
      others.add(delivery.body());
      return delivery.acknowledge();
    }).merge(8);
    work.subscribe().with(done -> {});

    send(200);

    patiently().until(() -> handled.size() + others.size() >= 200 && direct.size(queue) == 0);
    assertThat(handled).doesNotContainAnyElementsOf(others);
    other.drain().await().atMost(Duration.ofSeconds(10));
  }

  private QueueConsumer consumer() {
    return new QueueConsumer(cloud.sqs, options(queue));
  }

  /** Like the defaults, with everything that tests would wait for made short. */
  private static QueueConsumer.Options options(String queue) {
    return options(queue, Duration.ofSeconds(3));
  }

  private static QueueConsumer.Options options(String queue, Duration visibility) {
    return new QueueConsumer.Options(
        queue, 2, Duration.ofSeconds(5), 64, visibility, Duration.ofMinutes(1), Duration.ofMillis(100), SECOND, Duration.ofSeconds(10), Duration.ofMillis(5));
  }

  private void handle(int concurrency, Function<Delivery, Uni<Void>> handler) {
    consumer.deliveries().onItem().transformToUni(handler::apply).merge(concurrency).subscribe().with(done -> {});
  }

  private Uni<Void> done(Delivery delivery) {
    handled.add(delivery.body());
    return delivery.acknowledge();
  }

  private List<String> send(int number) {
    var url = direct.url(queue);
    var bodies = IntStream.range(0, number).mapToObj(i -> "m-" + i).toList();
    for (int from = 0; from < number; from += 10) {
      var entries = IntStream.range(from, Math.min(from + 10, number))
          .mapToObj(i -> SendMessageBatchRequestEntry.builder().id("e" + i).messageBody("m-" + i).build()).toList();
      direct.sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries)).join();
    }
    return bodies;
  }

  private static ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
  }
}
