package dev.tradewind.inventory.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Quantity;
import dev.tradewind.inventory.domain.Token.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random schedules: several processes, repeats, twins, undos before their do, conflicts, and answers that are lost. */
class GroupingPropertiesTest {

  private static final List<String> SKUS = List.of("A", "B", "C");

  @Property(tries = 150)
  void noUnitIsTakenTwiceOrLostAndEveryQuestionIsAnswered(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int processes, @ForAll @IntRange(min = 0, max = 20) int faultPercent,
      @ForAll @IntRange(min = 1, max = 4) int shards) {
    var world = new World(seed, processes, faultPercent / 100.0, shards);
    var received = receive(world);
    var orders = orders(world, 40);
    orders.forEach((order, lines) -> {
      repeatedly(world, () -> world.reserve(order, lines));
      if (world.simulation.chance(0.3)) {
        repeatedly(world, () -> world.release(order));
      } else if (world.simulation.chance(0.5)) {
        repeatedly(world, () -> world.confirm(order));
      }
    });

    world.run();

    SKUS.forEach(sku -> assertThat(world.store.available(sku) + taken(world, sku)).isEqualTo(received.get(sku)));
    assertThat(world.store.counters.values()).allSatisfy(counter -> assertThat(counter.available()).isNotNegative());
    orders.keySet().forEach(order -> assertThat(world.told).containsKey(world.token(order).answerToReserve().id()));
    world.store.tokens().forEach(token -> token.answerToRelease().filter(told -> token.state() == State.RELEASED)
        .ifPresent(told -> assertThat(world.told).containsKey(told.id())));
  }

  @Property(tries = 150)
  void nobodyIsRejectedWhileTheUnitsSuffice(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int processes, @ForAll @IntRange(min = 0, max = 20) int faultPercent,
      @ForAll @IntRange(min = 1, max = 4) int shards) {
    var world = new World(seed, processes, faultPercent / 100.0, shards);
    receive(world);
    world.run();
    var orders = orders(world, 60);
    orders.forEach((order, lines) -> repeatedly(world, () -> world.reserve(order, lines)));

    world.run();

    // Nothing was given back, so what is left now was there when the order was rejected.
    world.store.tokens().stream().filter(token -> token.state() == State.REJECTED).forEach(token -> {
      var wanted = new HashMap<String, Integer>();
      List.of(orders.get(token.orderId())).forEach(line -> wanted.merge(line.sku(), line.quantity(), Integer::sum));
      assertThat(wanted).as(token.orderId()).anySatisfy((sku, units) -> assertThat(world.store.available(sku)).isLessThan(units));
    });
  }

  @Property(tries = 100)
  void aProcessThatIsAloneNeverMeetsItself(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int shards) {
    var world = new World(seed, 1, 0, shards);
    receive(world);
    orders(world, 60).forEach((order, lines) -> repeatedly(world, () -> world.reserve(order, lines)));

    world.run();

    assertThat(world.store.conflicts).isZero();
  }

  private static Map<String, Long> receive(World world) {
    var received = new HashMap<String, Long>();
    SKUS.forEach(sku -> {
      for (int i = 0; i < 3; i++) {
        long units = 1 + world.simulation.random().nextInt(20);
        var key = sku + i;
        repeatedly(world, () -> world.receive(key, sku, units));
        received.merge(sku, units, Long::sum);
      }
    });
    return received;
  }

  private static Map<String, Quantity[]> orders(World world, int most) {
    var orders = new HashMap<String, Quantity[]>();
    var random = world.simulation.random();
    for (int i = 0; i < most; i++) {
      var lines = new ArrayList<Quantity>();
      for (int line = 0; line < 1 + random.nextInt(3); line++) {
        lines.add(new Quantity(SKUS.get(random.nextInt(SKUS.size())), 1 + random.nextInt(4)));
      }
      orders.put("o-" + i, lines.toArray(Quantity[]::new));
    }
    return orders;
  }

  private static void repeatedly(World world, Runnable message) {
    for (int i = 0; i <= world.simulation.random().nextInt(3); i++) {
      message.run();
    }
  }

  private static long taken(World world, String sku) {
    return world.store.tokens().stream()
        .filter(token -> token.state() == State.RESERVED || token.state() == State.SOLD)
        .flatMap(token -> token.allocations().stream())
        .filter(taken -> taken.counter().sku().equals(sku))
        .mapToLong(taken -> taken.quantity())
        .sum();
  }
}
