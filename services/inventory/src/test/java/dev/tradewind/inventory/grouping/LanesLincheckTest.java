package dev.tradewind.inventory.grouping;

import dev.tradewind.contracts.Quantity;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Check;
import dev.tradewind.inventory.domain.Reservation;
import dev.tradewind.inventory.grouping.Wish.Reserve;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Wishes that come while transactions end, well or not. */
@Tag("lincheck")
class LanesLincheckTest {

  private static final int MOST_MEMBERS = 2;
  private static final List<Reserve> TEA = wishes("tea", "TEA");
  private static final List<Reserve> CUP = wishes("cup", "CUP");
  private static final List<Reserve> BOTH = wishes("both", "TEA", "CUP");

  @Test
  void in_any_order_a_product_is_in_one_transaction_at_a_time_and_nobody_is_overtaken() {
    Races.modelled().check(Traffic.class);
  }

  @Test
  void under_stress_a_product_is_in_one_transaction_at_a_time_and_nobody_is_overtaken() {
    Races.stressed().check(Traffic.class);
  }

  private static List<Reserve> wishes(String name, String... skus) {
    var lines = Arrays.stream(skus).map(sku -> new Quantity(sku, 1)).toList();
    return IntStream.range(0, 20).mapToObj(i -> new Reserve(new Reservation(name + i, lines, new Cause("c", "", name + i, "")))).toList();
  }

  /** A wish on its way; the times are those of one clock. */
  private static final class Passenger {

    private final Reserve wish;
    private final int entering;
    private volatile int entered = Integer.MAX_VALUE;
    private volatile int left;
    private final AtomicInteger answers = new AtomicInteger();

    private Passenger(Reserve wish, int entering) {
      this.wish = wish;
      this.entering = entering;
    }

    private boolean isBefore(Passenger other) {
      return entered < other.entering && !Collections.disjoint(wish.skus(), other.wish.skus());
    }
  }

  private record Transaction(List<Waiting> members, UniEmitter<? super Void> end) {}

  public static class Traffic {

    private final Lanes lanes = new Lanes(MOST_MEMBERS, this::depart);
    private final AtomicInteger clock = new AtomicInteger();
    private final AtomicInteger wishes = new AtomicInteger();
    private final Map<Wish, Passenger> passengers = new ConcurrentHashMap<>();
    private final Map<String, Boolean> busy = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Transaction> underWay = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

    @Operation
    public void tea() {
      enter(TEA);
    }

    @Operation
    public void cup() {
      enter(CUP);
    }

    @Operation
    public void both() {
      enter(BOTH);
    }

    @Operation
    public void end() {
      arrive().ifPresent(transaction -> {
        transaction.members().forEach(member -> member.settle(null));
        transaction.end().complete(null);
      });
    }

    @Operation
    public void fail() {
      arrive().ifPresent(transaction -> transaction.end().fail(new IllegalStateException("no answer")));
    }

    private void enter(List<Reserve> kind) {
      var passenger = new Passenger(kind.get(wishes.getAndIncrement()), clock.incrementAndGet());
      passengers.put(passenger.wish, passenger);
      Uni.createFrom().<Settled>emitter(asker -> lanes.enter(new Waiting(passenger.wish, asker)))
          .subscribe().with(settled -> passenger.answers.incrementAndGet(), failure -> passenger.answers.incrementAndGet());
      passenger.entered = clock.incrementAndGet();
    }

    private Uni<Void> depart(List<Waiting> members) {
      check(members.size() <= MOST_MEMBERS, "a transaction of " + members.size());
      skus(members).forEach(sku -> check(busy.put(sku, true) == null, sku + " is in two transactions"));
      members.forEach(member -> {
        var passenger = passengers.get(member.wish());
        check(passenger.left == 0, "a wish left twice");
        passenger.left = clock.incrementAndGet();
      });
      return Uni.createFrom().emitter(end -> underWay.add(new Transaction(members, end)));
    }

    private Optional<Transaction> arrive() {
      var oldest = Optional.ofNullable(underWay.poll());
      oldest.ifPresent(transaction -> skus(transaction.members()).forEach(busy::remove));
      return oldest;
    }

    private static List<String> skus(List<Waiting> members) {
      return members.stream().flatMap(member -> member.wish().skus().stream()).distinct().toList();
    }

    private void check(boolean kept, String rule) {
      if (!kept) {
        wrong.add(rule);
      }
    }

    @Validate
    public void everyoneArrivedInTurn() {
      while (!underWay.isEmpty()) {
        end();
      }
      for (var passenger : passengers.values()) {
        check(passenger.answers.get() == 1, "a wish was answered " + passenger.answers + " times");
        for (var other : passengers.values()) {
          check(!passenger.isBefore(other) || passenger.left < other.left, "a wish was overtaken");
        }
      }
      Check.that(wrong.isEmpty(), "%s", wrong);
    }
  }
}
