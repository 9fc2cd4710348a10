package dev.tradewind.queries.views;

import static dev.tradewind.queries.views.Shelf.await;
import static dev.tradewind.queries.views.Shelf.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tradewind.contracts.inventory.StockReleased;
import dev.tradewind.core.Message;
import dev.tradewind.queries.domain.OrderState;
import dev.tradewind.queries.domain.Told;
import dev.tradewind.queries.serving.Views;
import dev.tradewind.queries.views.Rebuild.Filled;
import dev.tradewind.testkit.ManualClock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RebuildTest {

  @Inject
  Shelf shelf;

  private final ManualClock clock = ManualClock.at(Told.NOON);
  private final Told early = Told.order("c-1", 0);
  private final Told late = Told.order("c-2", 1);
  private String old;
  private String fresh;
  private Views serving;
  private Rebuild rebuild;

  @BeforeEach
  void aServiceOfItsOwn() {
    var names = shelf.service();
    old = names.home();
    fresh = old + "-2";
    serving = new SwitchedViews(shelf.client, names, Duration.ofMillis(1));
    rebuild = new Rebuild(shelf.client, names, clock);
  }

  @Test
  void until_someone_says_otherwise_the_home_table_serves() {
    tell(early.that(OrderState.PLACED, 1));

    assertThat(shelf.item(old, early.orderId())).isNotEmpty();
    assertThat(await(serving.find(early.orderId()))).contains(early.view(OrderState.PLACED, 1));
  }

  @Test
  void while_a_table_is_built_live_events_go_to_both_and_reads_to_the_old_one() {
    await(rebuild.begin(fresh));
    eventuallyBoth(late.that(OrderState.PLACED, 1));

    var key = Map.of(ViewItem.ORDER, shelf.item(old, late.orderId()).get(ViewItem.ORDER));
    shelf.client.deleteItem(delete -> delete.tableName(fresh).key(key)).join();
    assertThat(await(serving.find(late.orderId()))).contains(late.view(OrderState.PLACED, 1));
  }

  @Test
  void a_rebuild_from_the_archive_in_any_order_makes_the_same_items_while_live_events_come() {
    var orders = IntStream.range(0, 30).mapToObj(n -> Told.order("c-" + n % 3, n)).toList();
    var archive = new ArrayList<Message>();
    orders.forEach(order -> archive.addAll(
        List.of(order.that(OrderState.PLACED, 1), order.that(OrderState.CONFIRMED, 5), order.that(OrderState.PLACED, 1))));
    archive.forEach(this::tell);
    Collections.shuffle(archive, new Random(7));

    var filled = await(rebuild.run(fresh, before -> {
      assertThat(before).isEqualTo(Told.NOON.plusSeconds(30));
      eventuallyBoth(late.that(OrderState.PLACED, 1));
      orders.subList(0, 10).forEach(order -> tell(order.that(OrderState.DELIVERED, 7)));
      return Multi.createFrom().iterable(archive);
    }));

    assertThat(filled.written() + filled.skipped()).isEqualTo(90);
    assertThat(filled.written()).isBetween(20L, 40L);
    orders.forEach(order -> assertThat(shelf.item(fresh, order.orderId())).isEqualTo(shelf.item(old, order.orderId())));
    assertThat(shelf.item(fresh, orders.getFirst().orderId())).isEqualTo(ViewItem.write(orders.getFirst().view(OrderState.DELIVERED, 7)));
    eventuallyOnly(fresh);
  }

  @Test
  void what_died_while_it_filled_goes_on_where_it_is_told_again() {
    var broken = Multi.createBy().concatenating().streams(
        Multi.createFrom().item(early.that(OrderState.PLACED, 1)),
        Multi.createFrom().<Message>failure(new IllegalStateException("the power is out")));
    assertThatThrownBy(() -> await(rebuild.run(fresh, before -> broken))).hasMessageContaining("the power is out");
    assertThat(await(serving.find(early.orderId()))).as("the old table still serves").isEmpty();

    assertThat(await(rebuild.fill(fresh, Multi.createFrom().item(early.that(OrderState.PLACED, 1))))).isEqualTo(new Filled(1, 0));
    var events = List.of(early.that(OrderState.PLACED, 1), late.that(OrderState.PLACED, 1));
    assertThat(await(rebuild.fill(fresh, Multi.createFrom().iterable(events)))).isEqualTo(new Filled(1, 1));
    await(rebuild.activate(fresh));
    eventuallyOnly(fresh);
  }

  @Test
  void an_abandoned_table_is_left_alone_and_can_be_dropped() {
    await(rebuild.begin(fresh));
    await(rebuild.abandon(fresh));
    eventuallyOnly(old);

    clock.advance(Duration.ofMinutes(1));
    await(rebuild.drop(fresh));
    await().untilAsserted(() -> refused(() -> await(rebuild.drop(fresh)), "there is no table " + fresh));
  }

  @Test
  void the_table_that_serves_is_neither_rebuilt_nor_dropped() {
    refused(() -> await(rebuild.begin(old)), old + " is the table that serves: rebuild into another one");
    refused(() -> await(rebuild.drop(old)), old + " is the table that serves: activate another one first");
  }

  @Test
  void two_rebuilds_at_once_are_one_too_many() {
    await(rebuild.begin(fresh));

    refused(() -> await(rebuild.begin(old + "-3")), "a rebuild into " + fresh + " began at 2026-03-01T12:00:00Z");
    refused(() -> await(rebuild.begin(fresh)), "a rebuild into " + fresh + " began at");
    refused(() -> await(rebuild.drop(fresh)), "a rebuild into " + fresh + " is under way: abandon it first");
  }

  @Test
  void of_many_that_begin_at_the_same_moment_one_does() throws Exception {
    try (var operators = Executors.newFixedThreadPool(4)) {
      var attempts = IntStream.range(0, 4).<Callable<Boolean>>mapToObj(n -> () -> {
        try {
          await(rebuild.begin(old + "-many-" + n));
          return true;
        } catch (RebuildRefused refused) {
          return false;
        }
      }).toList();
      var began = new ArrayList<Boolean>();
      for (var attempt : operators.invokeAll(attempts)) {
        began.add(attempt.get());
      }
      assertThat(began).containsOnlyOnce(true);
    }
  }

  @Test
  void a_table_that_holds_something_is_not_built_over() {
    shelf.table(fresh);
    await(new ViewTable(shelf.client, fresh).apply(early.view(OrderState.PLACED, 1)));

    refused(() -> await(rebuild.begin(fresh)), fresh + " holds views already");
    eventuallyOnly(old);
  }

  @Test
  void an_empty_table_that_is_there_is_taken() {
    shelf.table(fresh);

    await(rebuild.begin(fresh));
    eventuallyBoth(late.that(OrderState.PLACED, 1));
  }

  @Test
  void steps_without_a_beginning_are_refused() {
    refused(() -> await(rebuild.fill(fresh, Multi.createFrom().empty())), "no rebuild into " + fresh + " is under way, nor into any other table");
    refused(() -> await(rebuild.activate(fresh)), "there is no table " + fresh);
    refused(() -> await(rebuild.abandon(fresh)), "no rebuild into " + fresh + " is under way");

    await(rebuild.begin(fresh));
    refused(() -> await(rebuild.activate(old)), "no rebuild into " + old + " is under way, but one into " + fresh);
  }

  @Test
  void a_table_is_dropped_only_when_every_instance_must_know_that_it_does_not_serve() {
    await(rebuild.run(fresh, before -> Multi.createFrom().empty()));
    refused(() -> await(rebuild.drop(old)), "try again in 31 s");

    clock.advance(SwitchedViews.SETTLED_AFTER);
    await(rebuild.drop(old));
    tell(early.that(OrderState.PLACED, 1));
    assertThat(await(serving.find(early.orderId()))).isPresent();
  }

  @Test
  void names_of_other_tables_are_refused() {
    for (var name : List.of("tradewind-orders", old + "-control", old + "2", old + "-", old + "-UP", "")) {
      refused(() -> await(rebuild.begin(name)), name + " cannot hold views: name it " + old + "-");
    }
  }

  @Test
  void an_archive_that_gives_something_else_is_told_so() {
    await(rebuild.begin(fresh));

    refused(() -> await(rebuild.fill(fresh, Multi.createFrom().item(early.message(new StockReleased("o"), 1)))), "which tells of no order");
  }

  @Test
  void a_new_table_that_vanished_delays_no_reader_and_the_message_comes_again() {
    await(rebuild.begin(fresh));
    eventuallyBoth(early.that(OrderState.PLACED, 1));
    shelf.client.deleteTable(delete -> delete.tableName(fresh)).join();

    assertThatThrownBy(() -> tell(late.that(OrderState.PLACED, 1))).hasMessageContaining("non-existent table");
    assertThat(await(serving.find(late.orderId()))).isPresent();
  }

  private void tell(Message message) {
    await(serving.apply(view(message)));
  }

  private void eventuallyBoth(Message message) {
    await().untilAsserted(() -> {
      tell(message);
      assertThat(shelf.item(fresh, message.correlationId())).isNotEmpty().isEqualTo(shelf.item(old, message.correlationId()));
    });
  }

  private void eventuallyOnly(String table) {
    await().untilAsserted(() -> {
      var probe = Told.order("probe", 5);
      tell(probe.that(OrderState.PLACED, 1));
      assertThat(List.of(shelf.item(old, probe.orderId()).isEmpty(), !shelf.client.listTables().join().tableNames().contains(fresh)
          || shelf.item(fresh, probe.orderId()).isEmpty())).isEqualTo(List.of(!table.equals(old), !table.equals(fresh)));
    });
  }

  private static void refused(ThrowingCallable step, String why) {
    assertThatThrownBy(step).isInstanceOf(RebuildRefused.class).hasMessageContaining(why);
  }
}
