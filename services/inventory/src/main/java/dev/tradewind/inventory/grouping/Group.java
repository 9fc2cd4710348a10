package dev.tradewind.inventory.grouping;

import dev.tradewind.core.Check;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.domain.Token;
import dev.tradewind.inventory.grouping.Settled.InTheWay;
import dev.tradewind.inventory.grouping.Settled.Stands;
import dev.tradewind.inventory.grouping.WriteOutcome.Refused;
import dev.tradewind.inventory.grouping.WriteOutcome.Written;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settles the wishes of one group, round by round: plan, look again where the plan doubts, reject who cannot be served, write the rest
 * in one transaction. A refused transaction says who is settled already and which beliefs were wrong; the others go into the next round.
 */
final class Group {

  private static final int MOST_ROUNDS = 50;

  private final StockStore store;
  private final KnownStock known;
  private final InstantSource clock;
  private final StockObserver observer;

  Group(StockStore store, KnownStock known, InstantSource clock, StockObserver observer) {
    this.store = Check.notNull(store, "store");
    this.known = Check.notNull(known, "known");
    this.clock = Check.notNull(clock, "clock");
    this.observer = Check.notNull(observer, "observer");
  }

  /** Completes when every member is settled. A failure leaves open what became of those that are not. */
  Uni<Void> settle(List<Waiting> members) {
    return round(members, Set.of(), 1);
  }

  /** @param fresh the products that were looked at since the last write */
  private Uni<Void> round(List<Waiting> members, Set<String> fresh, int round) {
    if (members.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    if (round > MOST_ROUNDS) {
      return Uni.createFrom().failure(new ContendedStock(members.getFirst().keys().iterator().next(), MOST_ROUNDS));
    }
    var plan = Plan.of(members, known.of(skus(members)), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    var unsure = without(plan.doubtful(), fresh);
    if (!unsure.isEmpty()) {
      var looked = new HashSet<>(fresh);
      looked.addAll(unsure);
      return known.look(unsure).flatMap(seen -> round(members, looked, round));
    }
    return reject(plan).flatMap(rejected -> write(plan)).flatMap(settled -> {
      settled.addAll(plan.rejected().keySet());
      return round(members.stream().filter(member -> !settled.contains(member)).toList(), Set.of(), round + 1);
    });
  }

  private Uni<Void> reject(Plan plan) {
    return plan.rejected().isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(plan.rejected().entrySet().stream().map(entry -> reject(entry.getKey(), entry.getValue())).toList())
            .andFailFast().replaceWithVoid();
  }

  /** Never fails: when it is unknown what became of the rejection, only the member itself is told so. */
  private Uni<Boolean> reject(Waiting member, Token token) {
    return store.write(StockWrite.of(token)).invoke(outcome -> member.settle(switch (outcome) {
      case Written written -> new Stands(token);
      case Refused refused -> new InTheWay(found(refused, token));
    })).replaceWith(true).onFailure().invoke(member::fail).onFailure().recoverWithItem(false);
  }

  /** @return who is settled */
  private Uni<Set<Waiting>> write(Plan plan) {
    if (plan.write().isEmpty()) {
      return Uni.createFrom().item(new HashSet<>());
    }
    var write = plan.write().get();
    return store.write(write)
        .onFailure().invoke(failure -> known.forget(skus(plan.recorded().keySet())))
        .map(outcome -> switch (outcome) {
          case Written written -> written(plan, write);
          case Refused refused -> refused(plan, refused);
        });
  }

  private Set<Waiting> written(Plan plan, StockWrite write) {
    observer.grouped(plan.recorded().size(), write.size());
    known.remember(plan.after());
    known.forget(write.items().stream().filter(Directory.class::isInstance).map(item -> ((Directory) item).sku()).toList());
    plan.recorded().forEach((member, item) -> member.settle(new Stands(item)));
    return new HashSet<>(plan.recorded().keySet());
  }

  private Set<Waiting> refused(Plan plan, Refused refused) {
    var wrong = refused.tooLow().stream().map(CounterKey::sku).collect(Collectors.toSet());
    if (!wrong.isEmpty()) {
      observer.surprised(wrong.size());
      known.forget(wrong);
    }
    var settled = new HashSet<Waiting>();
    plan.recorded().keySet().forEach(member -> inTheWay(member, plan, refused).ifPresent(item -> {
      member.settle(new InTheWay(item));
      settled.add(member);
    }));
    Check.that(!wrong.isEmpty() || !settled.isEmpty() || refused.busy(), "a write was refused for no reason that concerns it");
    return settled;
  }

  /** The first of the member's own items that is there already. */
  private static Optional<Item> inTheWay(Waiting member, Plan plan, Refused refused) {
    return plan.write().orElseThrow().items().stream()
        .map(Item::key)
        .filter(member.keys()::contains)
        .filter(refused.inTheWay()::containsKey)
        .<Item>map(refused.inTheWay()::get)
        .findFirst();
  }

  private static Item found(Refused refused, Item wanted) {
    return Check.notNull(refused.inTheWay().get(wanted.key()), "what is in the way of " + wanted.key());
  }

  private static Set<String> skus(Collection<Waiting> members) {
    var skus = new HashSet<String>();
    members.forEach(member -> skus.addAll(member.skus()));
    return skus;
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    var others = new HashSet<>(all);
    others.removeAll(some);
    return others;
  }
}
