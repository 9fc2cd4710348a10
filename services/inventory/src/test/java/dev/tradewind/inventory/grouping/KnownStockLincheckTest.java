package dev.tradewind.inventory.grouping;

import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Shelf;
import java.util.List;
import java.util.Map;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lanes that learn, ask and forget at once. It must look as if they did it one after the other. */
@Tag("lincheck")
class KnownStockLincheckTest {

  private static final int MOST_SKUS = 2;
  private static final List<String> SKUS = List.of("TEA", "CUP", "POT");

  @Test
  void in_any_order_what_is_known_is_what_was_learned_last() {
    Races.modelled().check(Beliefs.class);
  }

  @Test
  void under_stress_what_is_known_is_what_was_learned_last() {
    Races.stressed().check(Beliefs.class);
  }

  @Param(name = "sku", gen = IntGen.class, conf = "0:2")
  @Param(name = "units", gen = IntGen.class, conf = "0:9")
  public static class Beliefs {

    private final KnownStock known = new KnownStock(new SharedStore(), MOST_SKUS);

    @Operation
    public long of(@Param(name = "sku") int sku) {
      var shelf = known.of(List.of(SKUS.get(sku))).get(SKUS.get(sku));
      return shelf == null ? -1 : shelf.available().get(counter(sku));
    }

    @Operation
    public void remember(@Param(name = "sku") int sku, @Param(name = "units") int units) {
      var shelf = new Shelf(Directory.first(SKUS.get(sku), "eu-1", 1), Map.of(counter(sku), (long) units));
      known.remember(Map.of(SKUS.get(sku), shelf));
    }

    @Operation
    public void forget(@Param(name = "sku") int sku) {
      known.forget(List.of(SKUS.get(sku)));
    }

    private static CounterKey counter(int sku) {
      return new CounterKey(SKUS.get(sku), "eu-1", 0);
    }
  }
}
