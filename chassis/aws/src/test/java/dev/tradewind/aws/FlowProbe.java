package dev.tradewind.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;

/** A bare subscriber, without the courtesies of Mutiny's. */
final class FlowProbe implements Flow.Subscriber<Delivery> {

  final List<Delivery> items = new ArrayList<>();
  Flow.Subscription subscription;
  Optional<Throwable> failure = Optional.empty();
  boolean completed;

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
  }

  @Override
  public void onNext(Delivery item) {
    items.add(item);
  }

  @Override
  public void onError(Throwable error) {
    failure = Optional.of(error);
  }

  @Override
  public void onComplete() {
    completed = true;
  }
}
