package dev.tradewind.inventory.grouping;

import dev.tradewind.inventory.domain.Allocation;
import dev.tradewind.inventory.domain.Allocator;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.domain.Shelf;
import dev.tradewind.inventory.domain.Token;
import dev.tradewind.inventory.grouping.Wish.Apply;
import dev.tradewind.inventory.grouping.Wish.Reserve;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What to write for the wishes of a group, given the shelves as they are believed to be. Pure.
 *
 * <p>A wish is rejected only when the shelves could not serve it alone. When they could, but not after those before it, it is left for
 * the next round: one of those before it may turn out to be a repeat that takes nothing.
 *
 * @param write the shared transaction; empty when nobody fits into one
 * @param recorded who takes part, and what is recorded for it
 * @param rejected who is to be rejected, with the token that says so
 * @param doubtful the products on whose account someone is rejected or left: they must have been looked at afresh
 * @param after the shelves once the transaction stands
 */
record Plan(
    Optional<StockWrite> write, SequencedMap<Waiting, Item> recorded, Map<Waiting, Token> rejected, Set<String> doubtful, Map<String, Shelf> after) {

  static Plan of(List<Waiting> members, Map<String, Shelf> shelves, Instant at) {
    var draft = new Draft(shelves);
    var recorded = new LinkedHashMap<Waiting, Item>();
    // First what needs no units: what it gives back can be taken in the same transaction.
    for (var member : members) {
      if (member.wish() instanceof Apply(var counters, var items) && draft.add(counters, items)) {
        recorded.put(member, items.getFirst());
      }
    }
    var alone = Map.copyOf(draft.shelves());
    var rejected = new LinkedHashMap<Waiting, Token>();
    var doubtful = new HashSet<String>();
    for (var member : members) {
      if (member.wish() instanceof Reserve(var reservation)) {
        var allocations = Allocator.allocate(reservation, draft.shelves());
        if (allocations.isEmpty()) {
          doubtful.addAll(reservation.skus());
          Allocator.lacking(reservation, alone).ifPresent(why -> rejected.put(member, Token.rejected(reservation, why, at)));
        } else {
          var token = Token.reserved(reservation, allocations.get(), at);
          if (draft.add(taken(allocations.get()), List.of(token))) {
            recorded.put(member, token);
          }
        }
      }
    }
    return new Plan(draft.isEmpty() ? Optional.empty() : Optional.of(draft.write()), recorded, rejected, doubtful, draft.shelves());
  }

  private static Map<CounterKey, CounterChange> taken(List<Allocation> allocations) {
    var changes = new LinkedHashMap<CounterKey, CounterChange>();
    allocations.forEach(taken -> changes.merge(taken.counter(), CounterChange.taken(taken.quantity()), CounterChange::plus));
    return changes;
  }
}
