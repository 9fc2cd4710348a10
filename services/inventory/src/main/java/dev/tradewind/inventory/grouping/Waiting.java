package dev.tradewind.inventory.grouping;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.Set;

/** A wish and who waits for it. Compared by identity: two wishes may look the same. */
final class Waiting {

  private final Wish wish;
  private final Set<String> skus;
  private final Set<String> keys;
  private final UniEmitter<? super Settled> asker;

  Waiting(Wish wish, UniEmitter<? super Settled> asker) {
    this.wish = wish;
    this.skus = wish.skus();
    this.keys = wish.keys();
    this.asker = asker;
  }

  Wish wish() {
    return wish;
  }

  /** The products whose counters it touches. */
  Set<String> skus() {
    return skus;
  }

  /** The items it records. */
  Set<String> keys() {
    return keys;
  }

  void settle(Settled settled) {
    asker.complete(settled);
  }

  void fail(Throwable failure) {
    asker.fail(failure);
  }
}
