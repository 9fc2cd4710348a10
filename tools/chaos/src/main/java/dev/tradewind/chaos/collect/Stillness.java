package dev.tradewind.chaos.collect;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Waits until a platform that gets no more orders and no more faults has finished what it has. */
public final class Stillness {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  /** A message may be on its way from a topic to a queue while both look empty: stillness must last. */
  private static final int LOOKS = 3;

  private final LongSupplier messages;
  private final LongSupplier openOrders;
  private final LongSupplier nanoTime;
  private final Pause pause;

  /** Lets time pass. */
  @FunctionalInterface
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  public Stillness(DynamoDbClient dynamo, SqsClient sqs) {
    this(messagesIn(new Queues(sqs)), new OpenOrders(new Tables(dynamo))::count, System::nanoTime, Thread::sleep);
  }

  Stillness(LongSupplier messages, LongSupplier openOrders, LongSupplier nanoTime, Pause pause) {
    this.messages = messages;
    this.openOrders = openOrders;
    this.nanoTime = nanoTime;
    this.pause = pause;
  }

  private static LongSupplier messagesIn(Queues queues) {
    return () -> Names.QUEUES.stream().mapToLong(queue -> queues.content(queue).now()).sum();
  }

  /**
   * Returns as soon as the platform is at rest, or when the time is over.
   *
   * @param progress is told what is left, at every look
   */
  public Settled await(Duration limit, Consumer<Settled> progress) throws InterruptedException {
    long from = nanoTime.getAsLong();
    int still = 0;
    while (true) {
      long left = messages.getAsLong();
      // Orders cost more to look at than queues: they can wait while messages move, until there is no more time.
      boolean over = nanoTime.getAsLong() - from >= limit.toNanos();
      var open = left == 0 || over ? OptionalLong.of(openOrders.getAsLong()) : OptionalLong.empty();
      still = left == 0 && open.getAsLong() == 0 ? still + 1 : 0;
      var now = new Settled(still == LOOKS, left, open, Duration.ofNanos(nanoTime.getAsLong() - from));
      progress.accept(now);
      if (now.atRest() || over) {
        return now;
      }
      pause.of(BETWEEN_LOOKS);
    }
  }
}
