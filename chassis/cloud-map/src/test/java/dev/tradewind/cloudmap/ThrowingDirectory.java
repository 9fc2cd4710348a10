package dev.tradewind.cloudmap;

import io.smallrye.mutiny.Uni;

/** Fails outside of what it should return. */
final class ThrowingDirectory implements Directory {

  @Override
  public Uni<Listing> discover(ServiceName service) {
    throw new IllegalStateException("thrown");
  }

  @Override
  public Uni<Long> revision(ServiceName service) {
    throw new IllegalStateException("thrown");
  }
}
