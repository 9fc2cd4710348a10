package dev.tradewind.inventory.grouping;

import dev.tradewind.core.Check;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

/** Grants wishes, those that touch the same product in one transaction. One for the whole process. */
public final class GroupedStock {

  private final Lanes lanes;
  private final Homeward homeward;

  /**
   * @param mostMembers how many orders share a transaction, 1 or more
   * @param mostSkus how many products to remember, 1 or more
   */
  public GroupedStock(StockStore store, int mostMembers, int mostSkus, InstantSource clock, StockObserver observer, Homeward homeward) {
    Check.notNull(store, "store");
    var group = new Group(store, new KnownStock(store, mostSkus), clock, observer);
    this.homeward = Check.notNull(homeward, "homeward");
    this.lanes = new Lanes(mostMembers, group::settle);
  }

  /** Fails when it is unknown what became of the wish: wish again, and what was recorded shows it. */
  Uni<Settled> grant(Wish wish) {
    return homeward.afterwards(() -> Uni.createFrom().emitter(asker -> lanes.enter(new Waiting(wish, asker))));
  }
}
