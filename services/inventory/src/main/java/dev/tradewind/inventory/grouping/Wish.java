package dev.tradewind.inventory.grouping;

import dev.tradewind.inventory.domain.Allocation;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.domain.Receipt;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Reservation;
import dev.tradewind.inventory.domain.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** Something that wants to be part of a transaction. */
sealed interface Wish {

  /** The products whose counters it touches. */
  Set<String> skus();

  /** The items it records. A transaction may hold each only once. */
  Set<String> keys();

  /** Units wanted; where from is decided when its transaction is made. */
  record Reserve(Reservation reservation) implements Wish {

    @Override
    public Set<String> skus() {
      return reservation.skus();
    }

    @Override
    public Set<String> keys() {
      return Set.of(Token.keyOf(reservation.orderId()));
    }
  }

  /**
   * Changes that are known already.
   *
   * @param items what is recorded; when several are in the way, the first is what the asker hears of
   */
  record Apply(SequencedMap<CounterKey, CounterChange> counters, List<Item> items) implements Wish {

    static Apply giveBack(List<Allocation> allocations, Token released) {
      var counters = new LinkedHashMap<CounterKey, CounterChange>();
      allocations.forEach(taken -> counters.merge(taken.counter(), CounterChange.givenBack(taken.quantity()), CounterChange::plus));
      return new Apply(counters, List.of(released));
    }

    /** @param items the receipt, and the directory when it changed */
    static Apply receive(Receipt receipt, Directory directory, List<Item> items) {
      var counters = new LinkedHashMap<CounterKey, CounterChange>();
      receipt.spreadOver(directory).forEach((counter, units) -> counters.put(counter, CounterChange.received(units)));
      return new Apply(counters, items);
    }

    @Override
    public Set<String> skus() {
      return counters.keySet().stream().map(CounterKey::sku).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> keys() {
      return items.stream().map(Item::key).collect(Collectors.toUnmodifiableSet());
    }
  }
}
