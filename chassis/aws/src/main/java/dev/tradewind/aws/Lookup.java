package dev.tradewind.aws;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;

/** Something found out once, on first use, and shared from then on. A failure is forgotten, so that the next use tries again. */
final class Lookup<T> {

  private final Uni<T> lookup;
  private final AtomicReference<Uni<T>> shared = new AtomicReference<>();

  Lookup(Uni<T> lookup) {
    this.lookup = lookup;
  }

  Uni<T> get() {
    return Uni.createFrom().deferred(() -> shared.updateAndGet(known -> known != null ? known : once()));
  }

  private Uni<T> once() {
    return lookup.onFailure().invoke(() -> shared.set(null)).memoize().indefinitely();
  }
}
