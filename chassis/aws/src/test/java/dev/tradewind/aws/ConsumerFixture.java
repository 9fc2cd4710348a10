package dev.tradewind.aws;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;

/** A consumer of a queue under the test's control, in virtual time, without chance: every back-off takes its longest. */
final class ConsumerFixture {

  static final QueueConsumer.Options OPTIONS = QueueConsumer.Options.of("work");

  final VirtualTime time = new VirtualTime();
  final FakeQueue queue = new FakeQueue();
  final QueueConsumer consumer;

  ConsumerFixture() {
    this(OPTIONS);
  }

  ConsumerFixture(QueueConsumer.Options options) {
    consumer = new QueueConsumer(queue, options, time, time, () -> 1);
  }

  AssertSubscriber<Delivery> subscribe(long demand) {
    return consumer.deliveries().subscribe().withSubscriber(AssertSubscriber.create(demand));
  }

  /** A subscriber whose first poll, which only asks whether the queue answers, is over. */
  AssertSubscriber<Delivery> receiving(long demand) {
    var subscriber = subscribe(demand);
    queue.bring();
    return subscriber;
  }

  UniAssertSubscriber<Void> drain() {
    return consumer.drain().subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  void pass(long seconds) {
    time.pass(Duration.ofSeconds(seconds));
  }

  static List<String> bodies(AssertSubscriber<Delivery> subscriber) {
    return subscriber.getItems().stream().map(Delivery::body).toList();
  }


  static void acknowledge(Delivery delivery) {
    delivery.acknowledge().subscribe().with(done -> {});
  }
}
