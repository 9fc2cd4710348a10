package dev.tradewind.inventory.grouping;

import io.smallrye.mutiny.subscription.UniEmitter;

/** A wish and who waits for it. Compared by identity: two wishes may look the same. */
final class Waiting {

  private final Wish wish;
  private final UniEmitter<? super Settled> asker;

  Waiting(Wish wish, UniEmitter<? super Settled> asker) {
    this.wish = wish;
    this.asker = asker;
  }

  Wish wish() {
    return wish;
  }

  void settle(Settled settled) {
    asker.complete(settled);
  }

  void fail(Throwable failure) {
    asker.fail(failure);
  }
}
