package dev.tradewind.cloudmap;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;

/** One call at a time: who comes while one is under way gets the answer of that one. */
final class SingleFlight<T> {

  private Optional<Uni<T>> underWay = Optional.empty();

  /** The call under way, or this one, which begins when somebody subscribes. Who stops waiting does not stop the call. */
  synchronized Uni<T> join(Supplier<Uni<? extends T>> call) {
    var flight = underWay.orElseGet(() -> Uni.createFrom().<T>deferred(call).onTermination().invoke(this::landed).memoize().indefinitely());
    underWay = Optional.of(flight);
    return flight;
  }

  private synchronized void landed() {
    underWay = Optional.empty();
  }
}
