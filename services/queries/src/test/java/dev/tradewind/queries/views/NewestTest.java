package dev.tradewind.queries.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.queries.domain.OrderState;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.domain.Told;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NewestTest {

  private final Told one = Told.order("c-1", 0);
  private final Told other = Told.order("c-2", 1);

  @Test
  void of_each_order_the_newest_view_is_left_whatever_their_order() {
    assertThat(newest(one.view(OrderState.PLACED, 1), other.view(OrderState.DELIVERED, 9), one.view(OrderState.DELIVERED, 7),
        other.view(OrderState.PLACED, 1), one.view(OrderState.CONFIRMED, 4), one.view(OrderState.DELIVERED, 7)))
        .containsExactlyInAnyOrder(one.view(OrderState.DELIVERED, 7), other.view(OrderState.DELIVERED, 9));
  }

  @Test
  void of_nothing_nothing_is_left() {
    assertThat(newest()).isEmpty();
  }

  @Test
  void what_stands_far_apart_is_written_twice_and_nothing_is_lost() {
    var many = IntStream.range(0, Newest.TOGETHER).mapToObj(n -> Told.order("c-3", n).view(OrderState.PLACED, 1)).toList();
    var views = Multi.createBy().concatenating().streams(
        Multi.createFrom().item(one.view(OrderState.PLACED, 1)), Multi.createFrom().iterable(many),
        Multi.createFrom().item(one.view(OrderState.DELIVERED, 7)));

    assertThat(Newest.of(views).collect().asList().await().indefinitely())
        .hasSize(Newest.TOGETHER + 2).contains(one.view(OrderState.PLACED, 1), one.view(OrderState.DELIVERED, 7));
  }

  @Test
  void no_more_is_read_ahead_than_fits_into_memory_however_long_the_archive() {
    var view = one.view(OrderState.PLACED, 1);
    var read = new AtomicLong();
    var endless = Multi.createBy().repeating().supplier(() -> {
      read.incrementAndGet();
      return view;
    }).indefinitely();

    var slow = Newest.of(endless).subscribe().withSubscriber(AssertSubscriber.create(1));

    slow.awaitItems(1).cancel();
    assertThat(read.get()).isBetween((long) Newest.TOGETHER, 5L * Newest.TOGETHER);
  }

  @Test
  void an_archive_that_fails_is_not_taken_for_one_that_ends() {
    Multi<OrderView> broken = Multi.createFrom().failure(new IllegalStateException("the power is out"));

    Newest.of(broken).subscribe().withSubscriber(AssertSubscriber.create(1))
        .awaitFailure().assertFailedWith(IllegalStateException.class, "the power is out");
  }

  private static List<OrderView> newest(OrderView... views) {
    return Newest.of(Multi.createFrom().items(views)).collect().asList().await().indefinitely();
  }
}
