package dev.tradewind.queries.views;

import static dev.tradewind.queries.views.Shelf.await;
import static dev.tradewind.queries.views.Shelf.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.core.Message;
import dev.tradewind.queries.domain.OrderState;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.domain.Told;
import dev.tradewind.queries.serving.Views.Outcome;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewTableTest {

  private static final String TABLE = "tradewind-queries";

  @Inject
  Shelf shelf;

  private final Told order = Told.order("c-1", 0, "TEA", "MUG");

  private ViewTable table() {
    return new ViewTable(shelf.client, TABLE);
  }

  @Test
  void the_newest_version_is_kept_and_others_are_skipped() {
    assertThat(await(table().apply(order.view(OrderState.CONFIRMED, 5)))).isEqualTo(Outcome.WRITTEN);
    assertThat(await(table().apply(order.view(OrderState.PLACED, 1)))).isEqualTo(Outcome.SKIPPED);
    assertThat(await(table().apply(order.view(OrderState.CONFIRMED, 5)))).isEqualTo(Outcome.SKIPPED);
    assertThat(await(table().find(order.orderId()))).contains(order.view(OrderState.CONFIRMED, 5));

    assertThat(await(table().apply(order.view(OrderState.DISPATCHED, 10)))).isEqualTo(Outcome.WRITTEN);
    assertThat(await(table().find(order.orderId()))).contains(order.view(OrderState.DISPATCHED, 10));
  }

  @ParameterizedTest
  @MethodSource("states")
  void what_is_kept_is_what_was_told(OrderState state) {
    await(table().apply(order.view(state, 3)));

    assertThat(await(table().find(order.orderId()))).contains(order.view(state, 3));
  }

  static List<OrderState> states() {
    return List.of(OrderState.values());
  }

  @Test
  void an_event_of_old_and_an_order_without_lines_are_kept_too() {
    var empty = new Told(order.orderId(), "c-1", Told.NOON, List.of());
    await(table().apply(view(empty.thatOfOld(OrderState.CANCELLED, 2))));

    assertThat(await(table().find(order.orderId()))).contains(view(empty.thatOfOld(OrderState.CANCELLED, 2)));
  }

  @Test
  void nobody_s_order_is_not_found() {
    assertThat(await(table().find("3f2b8c1e-7a54-5d0f-9c3b-1e6a2d4f8b90"))).isEmpty();
  }

  /** All orders of four events, each with repeats anywhere; the seed names the repeats. */
  static List<List<Integer>> ways() {
    var ways = new ArrayList<List<Integer>>();
    permute(List.of(), List.of(0, 1, 2, 3), ways);
    return IntStream.range(0, ways.size()).mapToObj(seed -> withRepeats(ways.get(seed), new Random(seed))).toList();
  }

  @Test
  void any_order_of_events_with_any_repeats_makes_the_same_item_to_the_last_byte() {
    var told = List.of(order.thatOfOld(OrderState.PLACED, 1), order.that(OrderState.CONFIRMED, 5),
        order.that(OrderState.DISPATCHED, 6), order.that(OrderState.DELIVERED, 9));
    var expected = ViewItem.write(view(told.getLast()));

    assertThat(ways()).hasSize(24).allSatisfy(way -> {
      forget();
      way.forEach(index -> await(table().apply(view(told.get(index)))));
      assertThat(shelf.item(TABLE, order.orderId())).as("events came as %s", way).isEqualTo(expected);
    });
  }

  @Test
  void nor_does_it_matter_when_all_come_at_once() {
    var told = IntStream.rangeClosed(1, 12).mapToObj(version -> order.that(OrderState.DISPATCHED, version)).toList();
    for (int seed = 0; seed < 5; seed++) {
      forget();
      var shuffled = new ArrayList<Message>(told);
      shuffled.addAll(told);
      Collections.shuffle(shuffled, new Random(seed));
      await(Uni.join().all(shuffled.stream().<Uni<Outcome>>map(message -> table().apply(view(message))).toList()).andFailFast());

      assertThat(shelf.item(TABLE, order.orderId())).isEqualTo(ViewItem.write(view(told.getLast())));
    }
  }

  private void forget() {
    shelf.client.deleteItem(delete -> delete.tableName(TABLE).key(Map.of(ViewItem.ORDER, AttributeValue.fromS(order.orderId())))).join();
  }

  private static void permute(List<Integer> chosen, List<Integer> left, List<List<Integer>> ways) {
    if (left.isEmpty()) {
      ways.add(chosen);
    }
    left.forEach(next -> {
      var more = new ArrayList<>(chosen);
      more.add(next);
      permute(more, left.stream().filter(other -> !other.equals(next)).toList(), ways);
    });
  }

  private static List<Integer> withRepeats(List<Integer> way, Random random) {
    var all = new ArrayList<>(way);
    way.forEach(index -> all.add(random.nextInt(all.size() + 1), index));
    return all;
  }
}
