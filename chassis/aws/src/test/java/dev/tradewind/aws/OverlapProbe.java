package dev.tradewind.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/** A subscriber that wants everything, leaves after so many, and notices when it is called by two threads at once. */
final class OverlapProbe implements Flow.Subscriber<Delivery> {

  final List<Delivery> items = new ArrayList<>();
  int overlaps;
  private final AtomicInteger inside = new AtomicInteger();
  private final int enough;
  private Flow.Subscription subscription;

  OverlapProbe(int enough) {
    this.enough = enough;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(Delivery item) {
    if (inside.incrementAndGet() > 1) {
      overlaps++;
    }
    Thread.yield();
    items.add(item);
    if (items.size() == enough) {
      subscription.cancel();
    }
    inside.decrementAndGet();
  }

  @Override
  public void onError(Throwable error) {
    throw new AssertionError("the stream never fails", error);
  }

  @Override
  public void onComplete() {}
}
