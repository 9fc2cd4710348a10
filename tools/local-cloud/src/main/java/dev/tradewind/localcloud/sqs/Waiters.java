package dev.tradewind.localcloud.sqs;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.elasticmq.MessageData;

/** Those who wait for messages of one queue, served in the order they came, one at a time. */
final class Waiters {

  /** @param until the {@link System#nanoTime()} at which it gives up */
  record Waiter(
      int most, Optional<Duration> visibility, long until, CompletableFuture<List<MessageData>> messages) {

    Waiter(int most, Optional<Duration> visibility, long until) {
      this(most, visibility, until, new CompletableFuture<>());
    }

    private boolean isOver() {
      return System.nanoTime() - until >= 0;
    }
  }

  private final Supplier<CompletionStage<Optional<ElasticQueue>>> queue;
  private final Deque<Waiter> line = new ArrayDeque<>();
  private boolean serving;
  private boolean askedAgain;

  Waiters(Supplier<CompletionStage<Optional<ElasticQueue>>> queue) {
    this.queue = queue;
  }

  /** A message may have come just before the waiter did, so it is served once at once. */
  void add(Waiter waiter) {
    synchronized (this) {
      line.addLast(waiter);
    }
    serve();
  }

  void tick() {
    var over = new ArrayList<Waiter>();
    synchronized (this) {
      line.removeIf(waiter -> waiter.isOver() && over.add(waiter));
    }
    over.forEach(waiter -> waiter.messages().complete(List.of()));
    serve();
  }

  void serve() {
    Waiter first;
    synchronized (this) {
      if (serving) {
        askedAgain = true;
        return;
      }
      first = line.pollFirst();
      if (first == null) {
        return;
      }
      serving = true;
      askedAgain = false;
    }
    queue.get()
        .thenCompose(found -> found.orElseThrow(SqsException::noSuchQueue).receiveNow(first.most(), first.visibility()))
        .whenComplete((messages, failure) -> served(first, messages, failure));
  }

  private void served(Waiter waiter, List<MessageData> messages, Throwable failure) {
    boolean waitsOn = failure == null && messages.isEmpty() && !waiter.isOver();
    boolean another;
    synchronized (this) {
      serving = false;
      if (waitsOn) {
        line.addFirst(waiter);
      }
      another = !line.isEmpty() && (askedAgain || !waitsOn);
    }
    if (failure != null) {
      waiter.messages().completeExceptionally(failure);
    } else if (!waitsOn) {
      waiter.messages().complete(messages);
    }
    if (another) {
      serve();
    }
  }
}
