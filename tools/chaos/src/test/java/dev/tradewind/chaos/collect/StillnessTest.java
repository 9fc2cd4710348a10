package dev.tradewind.chaos.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class StillnessTest {

  private final List<Settled> progress = new ArrayList<>();
  private long nanos;
  private int looksAtOrders;

  @Test
  void rests_when_nothing_moves_for_a_while() throws InterruptedException {
    var settled = await(then(0), then(0));

    assertThat(settled).isEqualTo(new Settled(true, 0, OptionalLong.of(0), Duration.ofSeconds(2)));
    assertThat(progress).hasSize(3);
  }

  @Test
  void a_message_between_two_looks_begins_the_wait_anew() throws InterruptedException {
    var settled = await(then(5, 0, 0, 1, 0), then(0));

    assertThat(settled.atRest()).isTrue();
    assertThat(settled.took()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void an_open_order_keeps_it_from_resting() throws InterruptedException {
    assertThat(await(then(0), then(2, 1, 0)).took()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void orders_are_not_looked_at_while_messages_move() throws InterruptedException {
    await(then(3, 2, 1, 0), then(0));

    assertThat(looksAtOrders).isEqualTo(3);
    assertThat(progress.getFirst().openOrders()).isEmpty();
  }

  @Test
  void gives_up_when_the_time_is_over_and_says_what_is_left() throws InterruptedException {
    assertThat(await(then(7), then(4))).isEqualTo(new Settled(false, 7, OptionalLong.of(4), Duration.ofSeconds(60)));
  }

  @Test
  void orders_that_never_end_are_given_up_too() throws InterruptedException {
    assertThat(await(then(0), then(1)).atRest()).isFalse();
  }

  private Settled await(LongSupplier messages, LongSupplier orders) throws InterruptedException {
    LongSupplier counted = () -> {
      looksAtOrders++;
      return orders.getAsLong();
    };
    return new Stillness(messages, counted, () -> nanos, time -> nanos += time.toNanos()).await(Duration.ofMinutes(1), progress::add);
  }

  /** One after the other, and the last for ever. */
  private static LongSupplier then(long... counts) {
    Iterator<Long> next = Arrays.stream(counts).boxed().iterator();
    return () -> next.hasNext() ? next.next() : counts[counts.length - 1];
  }
}
