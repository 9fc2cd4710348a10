package dev.tradewind.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.orders.OrderCancelled;
import dev.tradewind.contracts.orders.OrderRejected;
import dev.tradewind.orders.RandomPartners.Truth;
import dev.tradewind.orders.domain.OrderCommand.Resolution;
import dev.tradewind.orders.domain.OrderEvent;
import dev.tradewind.orders.domain.OrderState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the others answer, and whenever: an accepted order ends, and its end is the truth. */
class EveryOrderEndsTest {

  /** All attempts of all steps there and back take less than an hour; messages may be up to a quarter late each. */
  private static final Duration LONG_ENOUGH = Duration.ofHours(8);

  private static final Set<OrderState> STANDING = EnumSet.of(OrderState.CONFIRMED, OrderState.DISPATCHED, OrderState.DELIVERED);

  @Property(tries = 150)
  void every_order_ends_or_needs_attention(@ForAll long seed, @ForAll @IntRange(min = 0, max = 5) int moodiness) {
    var run = livedThrough(seed, moodiness);

    run.passTime(LONG_ENOUGH);

    assertSettled(run);
    assertTrue(run);
  }

  @Property(tries = 60)
  void an_operator_can_lead_every_order_out_of_attention(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int moodiness) {
    var random = new Random(seed);
    var run = livedThrough(seed, moodiness);
    for (int i = 0; i < 40; i++) {
      run.passTime(LONG_ENOUGH);
      run.resolve(random.nextBoolean() ? Resolution.RETRY : Resolution.UNDO);
    }
    run.passTime(LONG_ENOUGH);

    assertThat(run.order().state()).as(run.toString()).isNotEqualTo(OrderState.NEEDS_ATTENTION);
    assertSettled(run);
    assertTrue(run);
  }

  /** Cancelled again after the carrier had refused: shipping says the same again, and nobody hears twice what he knows. */
  @Example
  void an_order_that_once_stayed_in_attention_for_ever_is_led_out_of_it() {
    an_operator_can_lead_every_order_out_of_attention(5_782_832, 2);
  }

  @Example
  void suspicions_find_orders_before_and_after_their_confirmation() {
    var reached = new HashSet<Class<?>>();
    for (long seed = 0; seed < 80; seed++) {
      var run = suspected(new Random(seed), new OrderRun(seed, 3).place());
      run.passTime(LONG_ENOUGH);
      run.history().commits().forEach(commit -> commit.events().forEach(event -> reached.add(event.getClass())));
    }
    assertThat(reached).contains(OrderEvent.HoldAsked.class, OrderEvent.ReviewStarted.class);
  }

  @Property(tries = 60)
  void hearing_everything_once_more_changes_nothing(@ForAll long seed, @ForAll @IntRange(min = 0, max = 5) int moodiness) {
    var run = livedThrough(seed, moodiness);
    run.passTime(LONG_ENOUGH);
    // An order that still waits for something may hear it now: that is no repeat.
    Assume.that(run.order().state().isEnd());
    var before = run.history();
    var truths = run.partners.truths();

    run.replayEverything();
    run.passTime(LONG_ENOUGH);

    assertThat(run.history()).as(run.toString()).isEqualTo(before);
    assertThat(run.partners.truths()).isEqualTo(truths);
  }

  @Example
  void with_partners_who_say_yes_at_once_an_order_is_delivered() {
    var run = new OrderRun(1, 0).place();
    run.passTime(Duration.ofMinutes(1));
    assertThat(run.order().state()).isEqualTo(OrderState.DELIVERED);
    assertThat(run.confirmations()).isOne();
  }

  @Example
  void the_runs_reach_every_end_and_attention_too() {
    var reached = EnumSet.noneOf(OrderState.class);
    for (long seed = 0; seed < 80; seed++) {
      var run = livedThrough(seed, 5);
      run.passTime(LONG_ENOUGH);
      reached.add(run.order().state());
    }
    assertThat(reached).contains(OrderState.DELIVERED, OrderState.CANCELLED, OrderState.REJECTED, OrderState.NEEDS_ATTENTION);
  }

  private static OrderRun livedThrough(long seed, int moodiness) {
    var random = new Random(seed);
    var run = new OrderRun(seed, moodiness).place();
    for (int cancellations = random.nextInt(4); cancellations > 0; cancellations--) {
      run.passTime(Duration.ofMillis(random.nextInt(random.nextBoolean() ? 2_000 : 900_000)));
      run.cancel();
    }
    return run;
  }

  /** Suspected once or twice, and perhaps cancelled in between. */
  private static OrderRun suspected(Random random, OrderRun run) {
    for (int suspicions = 1 + random.nextInt(2); suspicions > 0; suspicions--) {
      run.passTime(Duration.ofMillis(random.nextInt(random.nextBoolean() ? 2_000 : 900_000)));
      run.suspect(random.nextBoolean() ? "velocity" : "amount");
      if (random.nextInt(5) == 0) {
        run.passTime(Duration.ofMillis(random.nextInt(2_000)));
        run.cancel();
      }
    }
    return run;
  }

  private static void assertSettled(OrderRun run) {
    var state = run.order().state();
    assertThat(state.isEnd() || STANDING.contains(state) || state == OrderState.NEEDS_ATTENTION).as(run.toString()).isTrue();
    assertThat(run.deadLetters()).as(run.toString()).isEmpty();
  }

  /** Confirmed: everything was done; cancelled: everything was undone; rejected: nothing was ever done. */
  private static void assertTrue(OrderRun run) {
    var order = run.order();
    var done = order.progress().done();
    if (STANDING.contains(order.state())) {
      assertThat(done).as(run.toString()).hasSize(4);
      assertThat(run.partners.truths()).as(run.toString()).containsOnly(Truth.DONE);
      assertThat(run.confirmations()).as(run.toString()).isOne();
    }
    if (order.state() == OrderState.CANCELLED || order.state() == OrderState.REJECTED) {
      assertThat(done).as(run.toString()).isEmpty();
      assertThat(run.partners.truths()).as(run.toString()).doesNotContain(Truth.DONE);
      assertThat(run.told(OrderCancelled.class) + run.told(OrderRejected.class)).as(run.toString()).isOne();
    }
    if (order.state() == OrderState.REJECTED) {
      assertThat(List.of(Truth.UNASKED, Truth.REFUSED)).as(run.toString()).containsAll(run.partners.truths());
    }
    assertThat(run.happened(OrderEvent.OrderConfirmed.class)).as(run.toString()).isEqualTo(run.confirmations()).isLessThanOrEqualTo(1);
  }
}
