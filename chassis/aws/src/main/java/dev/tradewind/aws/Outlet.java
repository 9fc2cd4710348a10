package dev.tradewind.aws;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/** One subscriber of deliveries. Hands out what it was given one at a time, as Reactive Streams wants it. */
final class Outlet implements Flow.Subscription {

  private final Flow.Subscriber<? super Delivery> subscriber;
  private final Outlets outlets;
  private final java.util.Queue<Received> given = new ConcurrentLinkedQueue<>();
  /** One from the beginning: nothing is handed out before the subscriber has its subscription. */
  private final AtomicInteger work = new AtomicInteger(1);
  private volatile boolean cancelled;
  private volatile boolean completed;

  /** Guarded by the lock of {@link Outlets}. */
  private long wanted;

  Outlet(Flow.Subscriber<? super Delivery> subscriber, Outlets outlets) {
    this.subscriber = subscriber;
    this.outlets = outlets;
  }

  void start() {
    subscriber.onSubscribe(this);
    handOutAll();
  }

  long wanted() {
    return wanted;
  }

  void want(long more) {
    wanted = wanted + more < 0 ? Long.MAX_VALUE : wanted + more;
  }

  void give(Received delivery) {
    wanted--;
    given.add(delivery);
  }

  @Override
  public void request(long more) {
    if (more <= 0) {
      cancel();
      subscriber.onError(new IllegalArgumentException("at least 1 must be requested, but it was " + more));
    } else {
      outlets.requested(this, more);
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    outlets.remove(this);
    handOut();
  }

  void complete() {
    completed = true;
    handOut();
  }

  /** Only one thread at a time gets past the first line; what others bring meanwhile, it does for them. */
  void handOut() {
    if (work.getAndIncrement() == 0) {
      handOutAll();
    }
  }

  private void handOutAll() {
    int seen = 1;
    do {
      for (var next = given.poll(); next != null; next = given.poll()) {
        if (cancelled) {
          next.release().subscribe().with(released -> {});
        } else {
          subscriber.onNext(next);
        }
      }
      if (completed && !cancelled) {
        cancelled = true;
        subscriber.onComplete();
      }
      seen = work.addAndGet(-seen);
    } while (seen != 0);
  }
}
