package dev.tradewind.insights.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.insights.domain.Contribution;
import dev.tradewind.insights.domain.BoughtTogether;
import dev.tradewind.insights.domain.Counter;
import dev.tradewind.insights.domain.Sale;
import dev.tradewind.insights.domain.SalesFigures;
import dev.tradewind.insights.domain.Told;
import dev.tradewind.log.InMemoryShard;
import dev.tradewind.log.InMemoryShard.Killed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whenever readers are killed, whatever the log holds twice, and when it is read again from its beginning: each sale is counted once. */
class KilledCountingTest {

  private static final List<Function<Sale, List<Contribution>>> KINDS = List.of(SalesFigures::of, BoughtTogether::of);
  private static final String[][] BASKETS = {{"TEA"}, {"TEA", "MUG"}, {"MUG", "MAP", "POT"}, {"TEA", "POT"}};
  private static final Set<Parked> PARKED = new HashSet<>();

  private static List<Told> orders(int count) {
    return IntStream.range(0, count).mapToObj(i -> Told.order("c-1", 40L * i, BASKETS[i % BASKETS.length]).to(i % 3 == 0 ? "DE" : "NL")).toList();
  }

  /** What the figures must be: folded from the orders, one after the other. */
  private static Map<Counter, Map<String, Long>> fold(List<Told> orders, Function<Sale, List<Contribution>> kind) {
    var figures = new HashMap<Counter, Map<String, Long>>();
    orders.stream().flatMap(order -> kind.apply(order.sale()).stream()).forEach(one -> one.amounts().forEach((counter, amounts) -> amounts.forEach(
        (figure, amount) -> figures.computeIfAbsent(counter, fresh -> new TreeMap<>()).merge(figure, amount, Long::sum))));
    return figures;
  }

  private static void read(InMemoryShard shard, Shelf shelf, Function<Sale, List<Contribution>> kind, int portion) {
    var reader = new FactReader<>(ReaderName.SALES, Facts.sales(), new Counting(shelf, kind)::count, Records.remembering(PARKED));
    try {
      shard.readBy(reader, InMemoryShard.FOR_EVER, portion);
    } catch (Killed killed) {
      // The next one goes on.
    }
  }

  @Example
  void killed_before_any_of_its_steps_a_reader_leaves_exact_figures_to_the_next() {
    var orders = orders(6);
    var records = Records.of(orders.stream().map(Told::confirmedRecord).toList());
    for (var kind : KINDS) {
      var undisturbed = new InMemoryShard(records);
      read(undisturbed, new Shelf(undisturbed), kind, 4);
      for (int step = 0; step < undisturbed.steps().size(); step++) {
        var shard = new InMemoryShard(records);
        var shelf = new Shelf(shard);
        read(shard.killBeforeStep(step), shelf, kind, 4);
        assertThat(shard.isRead()).as("killed before %s", undisturbed.steps().get(step)).isFalse();
        read(shard, shelf, kind, 3);
        assertThat(shelf.figures).isEqualTo(fold(orders, kind));
      }
    }
  }

  @Property(tries = 200)
  void repeats_any_order_kills_and_reading_again_from_the_beginning_change_nothing(
      @ForAll @IntRange(min = 1, max = 12) int count, @ForAll Random random, @ForAll @IntRange(min = 1, max = 7) int portion,
      @ForAll List<@IntRange(min = 0, max = 10) Integer> kills) {
    Assume.that(kills.size() <= 8);
    var orders = orders(count);
    var log = new ArrayList<String>();
    orders.forEach(order -> {
      log.add(order.placedRecord());
      IntStream.rangeClosed(0, random.nextInt(3)).forEach(again -> log.add(order.confirmedRecord()));
    });
    log.add("no commit");
    Collections.shuffle(log, random);
    var kind = KINDS.get(random.nextInt(KINDS.size()));

    var shard = new InMemoryShard(Records.of(log));
    var shelf = new Shelf(shard);
    for (int i = 0; i < kills.size() && !shard.isRead(); i++) {
      read(shard.killBeforeStep(kills.get(i)), shelf, kind, 1 + (portion + i) % 5);
    }
    read(shard, shelf, kind, portion);
    assertThat(shelf.figures).isEqualTo(fold(orders, kind));

    var rewound = new InMemoryShard(Records.of(log));
    var same = new Shelf(rewound);
    same.figures.putAll(shelf.figures);
    same.marks.addAll(shelf.marks);
    read(rewound, same, kind, 1 + portion % 3);
    assertThat(rewound.isRead()).isTrue();
    assertThat(same.figures).isEqualTo(fold(orders, kind));
  }
}
