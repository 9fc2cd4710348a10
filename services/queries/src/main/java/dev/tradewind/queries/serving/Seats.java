package dev.tradewind.queries.serving;

import dev.tradewind.core.Check;
import io.smallrye.mutiny.Multi;
import java.util.concurrent.atomic.AtomicInteger;

/** How many streams are open, and how many may be: each costs reads for as long as it is open. */
public final class Seats {

  private final int most;
  private final AtomicInteger taken = new AtomicInteger();

  public Seats(int most) {
    Check.that(most >= 1, "streams must be 1 or more, but are %d", most);
    this.most = most;
  }

  public boolean areTaken() {
    return taken.get() >= most;
  }

  public int taken() {
    return taken.get();
  }

  /** The same stream; it takes a seat while somebody listens. */
  public <T> Multi<T> seated(Multi<T> stream) {
    return Multi.createFrom().deferred(() -> {
      taken.incrementAndGet();
      return stream.onTermination().invoke(taken::decrementAndGet);
    });
  }
}
