package dev.tradewind.chaos.load;

import dev.tradewind.chaos.load.Shop.Reply;
import dev.tradewind.checker.Request;
import dev.tradewind.checker.Request.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Customers who come at a rate that does not ask how the platform is (an open loop), ask once, and go when they are turned away: as
 * many others come as before.
 */
public final class Demand {

  private static final int ACCEPTED = 202;

  private final Shop shop;
  private final Mix mix;
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder toldWhen = new LongAdder();
  private final LongAdder turnedAway = new LongAdder();
  private final LongAdder other = new LongAdder();
  private final LongAdder unanswered = new LongAdder();

  public Demand(Shop shop, Mix mix) {
    this.shop = shop;
    this.mix = mix;
  }

  /**
   * What customers heard.
   *
   * @param accepted 202
   * @param toldWhen 429 or 5xx that says when to come again
   * @param turnedAway 429 or 5xx that does not
   * @param other any other answer
   * @param unanswered nothing, for ten seconds or because the connection broke
   */
  public record Heard(long accepted, long toldWhen, long turnedAway, long other, long unanswered) {

    public long asked() {
      return accepted + toldWhen + turnedAway + other + unanswered;
    }

    /** What was heard since then. */
    public Heard since(Heard then) {
      return new Heard(accepted - then.accepted, toldWhen - then.toldWhen, turnedAway - then.turnedAway, other - then.other,
          unanswered - then.unanswered);
    }
  }

  /** Lets customers in for so long; returns when the last of them is gone. */
  public void run(double perSecond, Duration length) throws InterruptedException {
    long began = System.nanoTime();
    long count = Math.round(perSecond * length.toMillis() / 1_000);
    try (ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 0; i < count; i++) {
        TimeUnit.NANOSECONDS.sleep((long) (i * 1e9 / perSecond) - (System.nanoTime() - began));
        customers.submit(this::ask);
      }
    }
  }

  /** One order, asked for once. The id of the order when it was accepted. */
  Optional<String> ask() throws InterruptedException {
    Errand errand = mix.next();
    Optional<Reply> reply = shop.ask(errand.key(), errand.body());
    count(reply);
    Optional<String> order = reply.filter(got -> got.status() == ACCEPTED).map(Reply::orderId);
    requests.add(new Request(errand.customerId() + "/" + errand.key(), Integer.toHexString(errand.body().hashCode()), errand.total(),
        reply.filter(got -> !got.isNotNow()).map(got -> new Answer(got.status(), order.orElse("")))));
    return order;
  }

  private void count(Optional<Reply> reply) {
    if (reply.isEmpty()) {
      unanswered.increment();
    } else if (reply.get().status() == ACCEPTED) {
      accepted.increment();
    } else if (reply.get().isNotNow()) {
      (reply.get().comeAgain() ? toldWhen : turnedAway).increment();
    } else {
      other.increment();
    }
  }

  public Heard heard() {
    return new Heard(accepted.sum(), toldWhen.sum(), turnedAway.sum(), other.sum(), unanswered.sum());
  }

  /** Every order that was asked for. */
  public List<Request> requests() {
    return new ArrayList<>(requests);
  }
}
