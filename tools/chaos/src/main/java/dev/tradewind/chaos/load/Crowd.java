package dev.tradewind.chaos.load;

import dev.tradewind.chaos.load.Shop.Reply;
import dev.tradewind.checker.Request;
import dev.tradewind.checker.Request.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Customers who come at their own pace, whether those before them were served or not. Each repeats what was not answered, under its key,
 * until there is an answer; everything they sent and heard is kept.
 */
public final class Crowd {

  private static final int ACCEPTED = 202;
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final Shop shop;
  private final Mix mix;
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();
  private final AtomicInteger came = new AtomicInteger();
  private final AtomicInteger cancelled = new AtomicInteger();

  public Crowd(Shop shop, Mix mix) {
    this.shop = shop;
    this.mix = mix;
  }

  /** Lets customers in for so long; returns when the last of them has all answers. */
  public void run(double perSecond, Duration length) throws InterruptedException {
    long began = System.nanoTime();
    long count = Math.round(perSecond * length.toMillis() / 1_000);
    try (ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 0; i < count; i++) {
        TimeUnit.NANOSECONDS.sleep((long) (i * 1e9 / perSecond) - (System.nanoTime() - began));
        Errand errand = mix.next();
        came.incrementAndGet();
        customers.submit(() -> {
          serve(errand);
          return errand;
        });
      }
    }
  }

  private void serve(Errand errand) throws InterruptedException {
    Reply reply = place(errand, errand.body(), errand.total());
    if (reply.status() != ACCEPTED) {
      return;
    }
    String orderId = reply.orderId();
    accepted.add(orderId);
    if (errand.other().isPresent()) {
      place(errand, errand.other().get().body(), errand.other().get().total());
    }
    if (errand.cancelAfter().isPresent()) {
      Thread.sleep(errand.cancelAfter().get());
      untilAnswered(() -> shop.cancel(orderId, errand.key() + "-cancel"));
      cancelled.incrementAndGet();
    }
    if (errand.again().isPresent()) {
      Thread.sleep(errand.again().get());
      place(errand, errand.body(), errand.total());
    }
  }

  private Reply place(Errand errand, String body, long total) throws InterruptedException {
    String who = errand.customerId() + "/" + errand.key();
    String content = Integer.toHexString(body.hashCode());
    return untilAnswered(() -> {
      Optional<Reply> reply = shop.place(errand.key(), body);
      requests.add(new Request(who, content, total, reply.map(got -> new Answer(got.status(), got.status() == ACCEPTED ? got.orderId() : ""))));
      return reply;
    });
  }

  private interface Attempt {
    Optional<Reply> make() throws InterruptedException;
  }

  private static Reply untilAnswered(Attempt attempt) throws InterruptedException {
    for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2)) {
      Optional<Reply> reply = attempt.make();
      if (reply.isPresent()) {
        return reply.get();
      }
      Thread.sleep(ThreadLocalRandom.current().nextLong(pause / 2, pause));
    }
  }

  /** Every attempt to place an order. */
  public List<Request> requests() {
    return new ArrayList<>(requests);
  }

  /** The orders that were accepted. */
  public Collection<String> accepted() {
    return accepted;
  }

  public int came() {
    return came.get();
  }

  /** How many orders their customers asked to cancel. */
  public int regretted() {
    return cancelled.get();
  }
}
