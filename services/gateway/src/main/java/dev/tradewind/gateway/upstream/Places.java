package dev.tradewind.gateway.upstream;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Knows where the instances of one service are. */
@FunctionalInterface
interface Places {

  /**
   * An instance to call; fails when there is none.
   *
   * @param tried ids of those that the same request was sent to before: another one is taken where there is one
   */
  Uni<Place> next(Set<Long> tried);
}
