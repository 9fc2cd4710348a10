package dev.tradewind.inventory.grouping;

import dev.tradewind.core.Check;
import dev.tradewind.inventory.domain.Counter;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.grouping.WriteOutcome.Refused;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Tries a write again when it met another, after a pause drawn from zero to a bound that doubles: <em>full jitter</em>, from
 * <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential Backoff and Jitter</a>.
 */
public final class PatientStore implements StockStore {

  private final StockStore store;
  private final Backoff backoff;
  private final Pause pause;
  private final Jitter jitter;
  private final StockObserver observer;

  /**
   * How patient.
   *
   * @param attempts 1 or more
   * @param first the bound of the first pause
   * @param longest the bound of any pause
   */
  public record Backoff(int attempts, Duration first, Duration longest) {

    public Backoff {
      Check.that(attempts >= 1, "attempts start at 1, but are %d", attempts);
      Check.that(first.isPositive(), "first must be positive, but is %s", first);
      Check.that(longest.compareTo(first) >= 0, "longest must not be shorter than first, but is %s", longest);
    }

    Duration bound(int attempt) {
      var doubled = first.multipliedBy(1L << Math.min(attempt - 1, 20));
      return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
  }

  public PatientStore(StockStore store, Backoff backoff, Pause pause, Jitter jitter, StockObserver observer) {
    this.store = Check.notNull(store, "store");
    this.backoff = Check.notNull(backoff, "backoff");
    this.pause = Check.notNull(pause, "pause");
    this.jitter = Check.notNull(jitter, "jitter");
    this.observer = Check.notNull(observer, "observer");
  }

  @Override
  public Uni<Optional<Item>> item(String key) {
    return store.item(key);
  }

  @Override
  public Uni<Map<String, Directory>> directories(Collection<String> skus) {
    return store.directories(skus);
  }

  @Override
  public Uni<Map<CounterKey, Counter>> counters(Collection<CounterKey> counters) {
    return store.counters(counters);
  }

  @Override
  public Uni<WriteOutcome> write(StockWrite write) {
    return attempt(write, 1);
  }

  private Uni<WriteOutcome> attempt(StockWrite write, int attempt) {
    return store.write(write).flatMap(outcome -> {
      if (!(outcome instanceof Refused refused && refused.onlyBusy())) {
        return Uni.createFrom().item(outcome);
      }
      observer.conflicted(write.size(), attempt);
      return attempt < backoff.attempts()
          ? pause.of(jitter.upTo(backoff.bound(attempt))).flatMap(rested -> attempt(write, attempt + 1))
          : Uni.createFrom().failure(new ContendedStock(write.items().getFirst().key(), attempt));
    });
  }
}
