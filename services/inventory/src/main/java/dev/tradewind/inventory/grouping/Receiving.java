package dev.tradewind.inventory.grouping;

import dev.tradewind.core.Check;
import dev.tradewind.core.StreamId;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.domain.Receipt;
import dev.tradewind.inventory.grouping.Settled.InTheWay;
import dev.tradewind.inventory.grouping.Settled.Stands;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Lets units arrive, once for each receipt. */
public final class Receiving {

  /** The counters of one receipt, its record and the directory must fit into one transaction. */
  public static final int MOST_SHARDS = 64;

  private static final int MOST_ATTEMPTS = 20;

  /** Longer than any request may take. */
  private static final Duration LOOK_AFTER = Duration.ofMinutes(5);

  private final StockStore store;
  private final GroupedStock stock;
  private final Telling telling;
  private final ToIntFunction<String> shards;
  private final InstantSource clock;
  private final StockObserver observer;

  /** @param shards how many shards a product should have in a warehouse that receives it, 1 to {@link #MOST_SHARDS} */
  public Receiving(
      StockStore store, GroupedStock stock, Telling telling, ToIntFunction<String> shards, InstantSource clock, StockObserver observer) {
    this.store = Check.notNull(store, "store");
    this.stock = Check.notNull(stock, "stock");
    this.telling = Check.notNull(telling, "telling");
    this.clock = Check.notNull(clock, "clock");
    this.shards = Check.notNull(shards, "shards");
    this.observer = Check.notNull(observer, "observer");
  }

  /**
   * Adds the units of the receipt to the stock, unless a receipt of this id did so before.
   *
   * @return the receipt that stands: this one, or what was received under its id before
   */
  public Uni<Receipt> receive(Receipt receipt) {
    return telling.armFirst(receipt.commit(), clock.instant().plus(LOOK_AFTER))
        .flatMap(armed -> attempt(receipt, 1))
        .flatMap(stands -> telling.tell(stands.commit()).replaceWith(stands));
  }

  /** The deadline of a request to receive came: if the receipt stands, it is told, however the request ended. */
  public Uni<Void> lookAgain(StreamId receipt) {
    return store.item(receipt.toString()).flatMap(found -> found
        .map(item -> telling.tell(((Receipt) item).commit()))
        .orElse(Uni.createFrom().voidItem()));
  }

  private Uni<Receipt> attempt(Receipt receipt, int attempt) {
    return store.directories(Set.of(receipt.sku())).flatMap(found -> {
      var before = Optional.ofNullable(found.get(receipt.sku()));
      var directory = directory(receipt, before);
      List<Item> items = before.filter(directory::equals).isPresent() ? List.of(receipt) : List.of(receipt, directory);
      return stock.grant(Wish.Apply.receive(receipt, directory, items)).flatMap(settled -> switch (settled) {
        case Stands stands -> {
          observer.received(receipt);
          yield Uni.createFrom().item(receipt);
        }
        case InTheWay(Receipt earlier) -> Uni.createFrom().item(earlier);
        case InTheWay other when attempt < MOST_ATTEMPTS -> attempt(receipt, attempt + 1);
        case InTheWay other -> Uni.createFrom().failure(new ContendedStock(other.item().key(), attempt));
      });
    });
  }

  private Directory directory(Receipt receipt, Optional<Directory> before) {
    int wanted = shards.applyAsInt(receipt.sku());
    Check.that(wanted >= 1 && wanted <= MOST_SHARDS, "shards of %s must be 1 to %d, but are %d", receipt.sku(), MOST_SHARDS, wanted);
    return before.map(directory -> directory.receiving(receipt.warehouse(), wanted))
        .orElseGet(() -> Directory.first(receipt.sku(), receipt.warehouse(), wanted));
  }
}
