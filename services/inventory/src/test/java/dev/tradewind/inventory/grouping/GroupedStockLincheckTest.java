package dev.tradewind.inventory.grouping;

import dev.tradewind.contracts.Quantity;
import dev.tradewind.core.Cause;
import dev.tradewind.inventory.domain.Reservation;
import dev.tradewind.inventory.domain.Token;
import dev.tradewind.inventory.grouping.Wish.Reserve;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.BooleanGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders that come to two processes at once. Each must be told what it would be told if they had come one after the other. */
@Tag("lincheck")
class GroupedStockLincheckTest {

  private static final int TEAS = 2;
  private static final int CUPS = 1;

  @Test
  void under_stress_as_many_are_served_as_there_are_units() {
    Races.stressed().sequentialSpecification(OneByOne.class).check(TwoProcesses.class);
  }

  public static class OneByOne {

    private int teas = TEAS;
    private int cups = CUPS;

    public String tea(boolean first) {
      return take(1, 0);
    }

    public String cup(boolean first) {
      return take(0, 1);
    }

    public String both(boolean first) {
      return take(1, 1);
    }

    private String take(int tea, int cup) {
      if (tea > teas || cup > cups) {
        return "REJECTED";
      }
      teas -= tea;
      cups -= cup;
      return "RESERVED";
    }
  }

  @Param(name = "first", gen = BooleanGen.class)
  public static class TwoProcesses {

    private final SharedStore store = new SharedStore().stocked("TEA", TEAS).stocked("CUP", CUPS);
    private final GroupedStock one = process();
    private final GroupedStock other = process();
    private final AtomicInteger orders = new AtomicInteger();

    private GroupedStock process() {
      return new GroupedStock(store, 25, 100, () -> Instant.EPOCH, StockObserver.NONE, World.HERE);
    }

    @Operation
    public String tea(@Param(name = "first") boolean first) {
      return reserve(first, "TEA");
    }

    @Operation
    public String cup(@Param(name = "first") boolean first) {
      return reserve(first, "CUP");
    }

    @Operation
    public String both(@Param(name = "first") boolean first) {
      return reserve(first, "TEA", "CUP");
    }

    private String reserve(boolean first, String... skus) {
      var order = "o-" + orders.incrementAndGet();
      var lines = Arrays.stream(skus).map(sku -> new Quantity(sku, 1)).toList();
      var wish = new Reserve(new Reservation(order, lines, new Cause("c", "", order, "")));
      var answer = new Answer();
      (first ? one : other).grant(wish).subscribe().with(answer::is, failure -> answer.is(failure));
      return answer.await();
    }
  }

  /** Lincheck follows a thread that waits for a monitor, but not one that waits for a future. */
  private static final class Answer {

    private Optional<String> told = Optional.empty();

    private void is(Settled settled) {
      tell(settled instanceof Settled.Stands(Token token) ? token.state().name() : settled.toString());
    }

    private void is(Throwable failure) {
      tell(failure.toString());
    }

    private synchronized void tell(String what) {
      told = Optional.of(what);
      notifyAll();
    }

    private synchronized String await() {
      while (told.isEmpty()) {
        try {
          wait();
        } catch (InterruptedException e) {
          throw new IllegalStateException("interrupted before there was an answer", e);
        }
      }
      return told.get();
    }
  }
}
