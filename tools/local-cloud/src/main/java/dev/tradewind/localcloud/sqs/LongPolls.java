package dev.tradewind.localcloud.sqs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.elasticmq.MessageData;

/**
 * Receives that wait for a message. ElasticMQ could wait itself, but then sorts every message of the queue at each send:
 * with thousands of delayed messages, and deadlines are just that, a send would cost milliseconds.
 */
final class LongPolls implements AutoCloseable {

  /** How late a message may be seen whose delay or visibility ends; one that is sent is seen at once. */
  private static final long TICK_MILLIS = 100;

  private final ConcurrentMap<String, Waiters> waiting = new ConcurrentHashMap<>();
  private final Function<String, CompletionStage<Optional<ElasticQueue>>> find;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
      Thread.ofPlatform().name("sqs-long-polls").daemon().factory());

  /** @param find looks a queue up by name: it may be deleted, and made again, while someone waits */
  LongPolls(Function<String, CompletionStage<Optional<ElasticQueue>>> find) {
    this.find = find;
    clock.scheduleWithFixedDelay(
        () -> waiting.values().forEach(Waiters::tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  CompletionStage<List<MessageData>> receive(
      ElasticQueue queue, int most, Optional<Duration> visibility, Duration wait) {
    return queue.receiveNow(most, visibility).thenCompose(messages -> {
      if (!messages.isEmpty() || wait.isZero()) {
        return CompletableFuture.completedFuture(messages);
      }
      var waiter = new Waiters.Waiter(most, visibility, System.nanoTime() + wait.toNanos());
      var waiters = waiting.computeIfAbsent(queue.name(), name -> new Waiters(() -> find.apply(name)));
      waiters.add(waiter);
      return waiter.messages();
    });
  }

  /** Says that a queue may have a message now. */
  void wake(String queue) {
    var waiters = waiting.get(queue);
    if (waiters != null) {
      waiters.serve();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
