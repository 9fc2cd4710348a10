package dev.tradewind.inventory.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Quantity;
import dev.tradewind.core.Cause;
import dev.tradewind.inventory.domain.Reservation;
import dev.tradewind.inventory.grouping.Wish.Reserve;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LanesTest {

  /** Who left together, in the order of leaving; each until the test ends its transaction. */
  private final List<List<String>> departures = new ArrayList<>();
  private final Map<String, UniEmitter<? super Void>> underWay = new LinkedHashMap<>();
  private final List<String> failed = new ArrayList<>();
  private final Lanes lanes = new Lanes(3, members -> Uni.createFrom().emitter(transaction -> {
    var names = members.stream().map(LanesTest::name).toList();
    departures.add(names);
    underWay.put(names.getFirst(), transaction);
  }));

  @Test
  void with_nothing_under_way_a_wish_leaves_at_once() {
    enter("a", "TEA");
    enter("b", "CUP");

    assertThat(departures).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void those_that_waited_for_the_same_product_leave_together_in_the_order_they_came() {
    enter("a", "TEA");
    enter("b", "TEA");
    enter("c", "TEA");
    assertThat(departures).containsExactly(List.of("a"));

    end("a");

    assertThat(departures).containsExactly(List.of("a"), List.of("b", "c"));
  }

  @Test
  void no_more_leave_together_than_a_transaction_takes() {
    for (var name : List.of("a", "b", "c", "d", "e")) {
      enter(name, "TEA");
    }
    end("a");
    assertThat(departures.getLast()).containsExactly("b", "c", "d");

    end("b");

    assertThat(departures.getLast()).containsExactly("e");
  }

  @Test
  void an_order_of_two_products_brings_their_lanes_together() {
    enter("tea", "TEA");
    enter("cup", "CUP");
    enter("b", "TEA");
    enter("c", "CUP");
    enter("d", "TEA", "CUP");

    end("tea");
    assertThat(departures.getLast()).containsExactly("b");
    end("cup");
    assertThat(departures.getLast()).containsExactly("c");
    end("b");
    end("c");

    assertThat(departures.getLast()).containsExactly("d");
  }

  @Test
  void who_waits_for_two_products_is_not_overtaken_on_either() {
    enter("a", "TEA");
    enter("b", "TEA", "CUP");
    enter("c", "CUP");
    assertThat(departures).containsExactly(List.of("a"));

    end("a");

    assertThat(departures.getLast()).containsExactly("b", "c");
  }

  @Test
  void the_same_order_is_never_twice_in_one_transaction() {
    enter("a", "TEA");
    enter("twin", "TEA");
    enter("twin", "TEA");

    end("a");
    assertThat(departures.getLast()).containsExactly("twin");
    end("twin");

    assertThat(departures).containsExactly(List.of("a"), List.of("twin"), List.of("twin"));
  }

  @Test
  void a_transaction_that_fails_fails_its_members_and_frees_the_lane() {
    enter("a", "TEA");
    enter("b", "TEA");

    underWay.remove("a").fail(new IllegalStateException("no answer"));

    assertThat(failed).containsExactly("a");
    assertThat(departures.getLast()).containsExactly("b");
  }

  private void enter(String order, String... skus) {
    var lines = Arrays.stream(skus).map(sku -> new Quantity(sku, 1)).toList();
    var wish = new Reserve(new Reservation(order, lines, new Cause("c", "", order, "")));
    Uni.createFrom().<Settled>emitter(asker -> lanes.enter(new Waiting(wish, asker)))
        .subscribe().with(settled -> { }, failure -> failed.add(order));
  }

  private void end(String first) {
    underWay.remove(first).complete(null);
  }

  private static String name(Waiting waiting) {
    return ((Reserve) waiting.wish()).reservation().orderId();
  }
}
