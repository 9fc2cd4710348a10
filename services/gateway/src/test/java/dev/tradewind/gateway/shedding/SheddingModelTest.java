package dev.tradewind.gateway.shedding;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.concurrency.limits.limit.Gradient2Limit;
import dev.tradewind.gateway.shedding.Model.Limit;
import dev.tradewind.gateway.shedding.Model.Tally;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Why there is a limit, and why it is a number: both in virtual time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SheddingModelTest {

  private static final int MOST = 32;
  private static final long PATIENCE = 1_000;
  private static final long MINUTE = 60_000;

  /** One request every two milliseconds: a capacity of 500 a second. */
  private static final long WORK = 2;
  private static final long CAPACITY = MINUTE / WORK;

  /** Work that waits in line for the only one who does it. */
  private static final class Line implements LongUnaryOperator {
    private long free;

    @Override
    public long applyAsLong(long now) {
      free = Math.max(free, now) + WORK;
      return free;
    }
  }

  @Test
  void at_three_times_its_capacity_it_does_what_it_can_and_all_of_that_in_time() {
    var tally = overload(new Model(Limit.fixed(MOST), PATIENCE), new Line());

    assertThat(tally.good).isGreaterThan(CAPACITY * 9 / 10);
    assertThat(tally.late).isZero();
  }

  @Test
  void without_a_limit_it_does_as_much_and_nearly_all_of_it_too_late() {
    var tally = overload(new Model(Limit.none(), PATIENCE), new Line());

    assertThat(tally.good).isLessThan(CAPACITY / 10);
  }

  @Test
  void when_it_is_over_the_next_ones_are_answered_at_once() {
    var model = new Model(Limit.fixed(MOST), PATIENCE);
    var line = new Line();
    overload(model, line);
    model.until(MINUTE + MOST * WORK);

    assertThat(model.underWay()).isZero();
    assertThat(line.applyAsLong(MINUTE + MOST * WORK)).isEqualTo(MINUTE + MOST * WORK + WORK);
  }

  @Test
  void a_slow_neighbour_takes_no_seat_from_orders_when_the_limit_is_a_number() {
    assertThat(besideASlowCatalog(Limit.fixed(MOST)).refused).isZero();
  }

  @Test
  void a_limit_that_learns_from_latency_gets_no_more_done() {
    var learned = Gradient2Limit.newBuilder().initialLimit(MOST).maxConcurrency(MOST).build();
    var tally = overload(new Model(new Limit() {
      @Override
      public boolean admits(int underWay) {
        return underWay < learned.getLimit();
      }

      @Override
      public void took(long begin, long millis, int underWay) {
        learned.onSample(TimeUnit.MILLISECONDS.toNanos(begin), TimeUnit.MILLISECONDS.toNanos(millis), underWay, false);
      }
    }, PATIENCE), new Line());

    assertThat(tally.good).isPositive();
    assertThat(overload(new Model(Limit.fixed(MOST), PATIENCE), new Line()).good).isGreaterThanOrEqualTo(tally.good * 99 / 100);
  }

  /** For a minute, three requests for each that can be done. */
  private static Tally overload(Model model, Line line) {
    var tally = new Tally();
    for (long now = 0; now < MINUTE; now += WORK) {
      for (int i = 0; i < 3; i++) {
        model.comes(now, line, tally);
      }
    }
    return tally;
  }

  /**
   * Every millisecond an order that takes 10, and every tenth a request for the catalog, which takes 20 and after half a minute 2,000.
   * Its guard lets 16 through at once.
   */
  private static Tally besideASlowCatalog(Limit limit) {
    var model = new Model(limit, 10 * PATIENCE);
    var orders = new Tally();
    var catalog = new Tally();
    for (long now = 0; now < MINUTE; now++) {
      model.comes(now, at -> at + 10, orders);
      boolean slow = now > MINUTE / 2;
      if (now % 10 == 0 && (!slow || now % 2_000 < 160)) {
        model.comes(now, at -> at + (slow ? 2_000 : 20), catalog);
      }
    }
    return orders;
  }
}
