package dev.tradewind.insights.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.insights.FraudSuspected;
import dev.tradewind.core.Edge;
import dev.tradewind.core.Message;
import dev.tradewind.core.Observer;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.insights.domain.FraudRules;
import dev.tradewind.insights.domain.Placement;
import dev.tradewind.insights.domain.RaisedSuspicion;
import dev.tradewind.insights.domain.Suspicion;
import dev.tradewind.insights.domain.SuspicionDecider;
import dev.tradewind.insights.domain.SuspicionEvent;
import dev.tradewind.insights.domain.Told;
import dev.tradewind.log.InMemoryShard;
import dev.tradewind.log.InMemoryShard.Killed;
import dev.tradewind.testkit.DeciderSpec;
import dev.tradewind.testkit.InMemoryBus;
import dev.tradewind.testkit.InMemoryJournal;
import dev.tradewind.testkit.InMemoryLog;
import dev.tradewind.testkit.ManualClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Whenever readers of placed orders are killed, in whatever order the log holds them and however often: the same orders are suspected, and each is
 * told by one message.
 */
class FraudDeskTest {

  private static final FraudRules RULES = new FraudRules(Duration.ofSeconds(60), 3, 100_000, 50_000);
  private static final JsonCodec CODEC = new JsonCodec(Contracts.TYPES.and(SuspicionEvent.RECORDS));

  /** All that survives a reader. */
  private static final class World implements Placements {

    final ManualClock clock = ManualClock.at(DeciderSpec.START);
    final Map<String, Placement> kept = new HashMap<>();
    final InMemoryJournal<SuspicionEvent> journal = InMemoryJournal.through(CODEC, SuspicionEvent.class);
    final InMemoryBus bus = InMemoryBus.through(CODEC, clock);
    final InMemoryLog log = InMemoryLog.through(CODEC);
    final Set<RaisedSuspicion> book = new HashSet<>();
    final InMemoryShard shard;

    World(List<String> records) {
      shard = new InMemoryShard(Records.of(records));
    }

    @Override
    public Uni<Void> keep(Placement placement) {
      return step("keep", () -> kept.put(placement.orderId(), placement));
    }

    @Override
    public Uni<List<Placement>> ofCustomer(String customerId, Instant from, Instant to) {
      return Uni.createFrom().item(() -> kept.values().stream().filter(each -> each.customerId().equals(customerId))
          .filter(each -> !each.at().isBefore(from) && each.at().isBefore(to)).toList());
    }

    private Uni<Void> step(String name, Runnable effect) {
      return Uni.createFrom().voidItem().invoke(() -> {
        shard.step(name, effect);
        shard.step(name + " answered", () -> {});
      });
    }

    /** A reader comes, and reads to the end unless it is killed. */
    void read(int portion) {
      var suspicions = new StreamHandler<>("insights", new SuspicionDecider(), journal,
          (service, commit) -> step("log", () -> log.put(service, commit).await().indefinitely()),
          messages -> step("tell", () -> bus.dispatch(messages).await().indefinitely()), Edge.none(), clock, Observer.NONE);
      var desk = new FraudDesk(RULES, this, suspicions, raised -> step("enter", () -> book.add(raised)));
      try {
        var reader = new FactReader<>(ReaderName.FRAUD, Facts.placements(), desk::look, parked -> step("park", () -> {}));
        shard.readBy(reader, InMemoryShard.FOR_EVER, portion);
      } catch (Killed killed) {
        // The next one goes on.
      }
    }

    Set<String> suspected() {
      return journal.streams().stream().map(StreamId::key).collect(Collectors.toCollection(TreeSet::new));
    }

    void agreesWith(List<Told> orders) {
      var expected = orders.stream().collect(Collectors.groupingBy(Told::customer)).values().stream()
          .flatMap(ofOne -> RULES.check(ofOne.stream().map(Told::placement).toList()).stream())
          .map(finding -> Suspicion.stream(finding).key()).collect(Collectors.toCollection(TreeSet::new));
      assertThat(shard.isRead()).isTrue();
      assertThat(suspected()).isEqualTo(expected);
      assertThat(book).extracting(raised -> raised.orderId() + "/" + raised.rule().label()).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(bus.sent(FraudSuspected.class).stream().map(Message::id).distinct())
          .containsExactlyInAnyOrderElementsOf(expected.stream().map(key -> "suspicion/" + key + "/1/0").toList());
      assertThat(bus.sent(FraudSuspected.class).stream().distinct().count()).as("a repeat is the same to the last byte").isEqualTo(expected.size());
      assertThat(log.records().stream().map(commit -> commit.stream().key()).distinct()).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static List<Told> orders(int count, Random random) {
    return IntStream.range(0, count).mapToObj(i -> Told.order("c-" + random.nextInt(2), random.nextInt(150), "TEA")
        .of("TEA", 1, random.nextInt(60_000))).toList();
  }

  @Example
  void killed_before_any_of_its_steps_a_reader_leaves_every_suspicion_to_the_next() {
    var orders = IntStream.range(0, 6).mapToObj(i -> Told.order("c-1", 5L * i, "TEA")).toList();
    var records = orders.stream().map(Told::placedRecord).toList();
    var undisturbed = new World(records);
    undisturbed.read(4);
    assertThat(undisturbed.suspected()).hasSize(3);
    for (int step = 0; step < undisturbed.shard.steps().size(); step++) {
      var world = new World(records);
      world.shard.killBeforeStep(step);
      world.read(4);
      assertThat(world.shard.isRead()).as("killed before %s", undisturbed.shard.steps().get(step)).isFalse();
      world.clock.advance(Duration.ofHours(1));
      world.read(3);
      world.agreesWith(orders);
    }
  }

  @Property(tries = 200)
  void repeats_any_order_and_kills_change_nothing(
      @ForAll @IntRange(min = 1, max = 14) int count, @ForAll Random random, @ForAll @IntRange(min = 1, max = 7) int portion,
      @ForAll List<@IntRange(min = 0, max = 25) Integer> kills) {
    Assume.that(kills.size() <= 8);
    var orders = orders(count, random);
    var log = new ArrayList<String>();
    orders.forEach(order -> {
      IntStream.rangeClosed(0, random.nextInt(3)).forEach(again -> log.add(order.placedRecord()));
      log.add(order.confirmedRecord());
    });
    Collections.shuffle(log, random);

    var world = new World(log);
    for (int i = 0; i < kills.size() && !world.shard.isRead(); i++) {
      world.shard.killBeforeStep(kills.get(i));
      world.read(1 + (portion + i) % 5);
      world.clock.advance(Duration.ofMinutes(1));
    }
    world.read(portion);
    world.agreesWith(orders);
  }

  @Example
  void of_two_orders_taken_side_by_side_the_reader_that_looks_last_sees_both() {
    var orders = IntStream.range(0, 4).mapToObj(i -> Told.order("c-1", i, "TEA")).toList();
    var world = new World(orders.subList(0, 3).stream().map(Told::placedRecord).toList());
    // Another reader has the last order, and looked around it before this one kept the others.
    world.kept.put(orders.getLast().id(), orders.getLast().placement());
    world.read(3);

    world.agreesWith(orders);
  }
}
