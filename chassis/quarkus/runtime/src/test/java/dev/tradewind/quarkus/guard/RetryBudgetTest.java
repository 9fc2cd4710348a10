package dev.tradewind.quarkus.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - SECOND);

  /** So many calls are made, then so many retries are wanted, then time passes. */
  record Moment(int calls, int wanted, int millis) {}

  /** What had happened by then. */
  private record Sum(long calls, long retries, double seconds) {}

  @Provide
  Arbitrary<List<Moment>> moments() {
    var calls = Arbitraries.integers().between(0, 2_000);
    var wanted = Arbitraries.integers().between(0, 500);
    var millis = Arbitraries.integers().between(0, 20_000);
    return Combinators.combine(calls, wanted, millis).as(Moment::new).list().ofMaxSize(40);
  }

  @Property(tries = 200)
  void retries_never_exceed_their_share_of_the_calls_and_of_time(
      @ForAll("moments") List<Moment> moments,
      @ForAll @IntRange(max = 100) int percent,
      @ForAll @IntRange(max = 20) int perSecond) {
    var sums = play(moments, new RetryBudget(percent, perSecond, nanos::get));

    for (int to = 0; to < sums.size(); to++) {
      var end = sums.get(to);
      assertThat((double) end.retries()).as("since the beginning").isLessThanOrEqualTo(allowed(end, percent, perSecond) + perSecond + 1e-6);
      for (var from : sums.subList(0, to)) {
        var between = new Sum(end.calls() - from.calls(), end.retries() - from.retries(), end.seconds() - from.seconds());
        assertThat((double) between.retries()).isLessThanOrEqualTo(allowed(between, percent, perSecond) + RetryBudget.SAVED + 1e-6);
      }
    }
  }

  @Property(tries = 200)
  void whoever_makes_calls_enough_may_try_again(@ForAll @IntRange(min = 1, max = 100) int percent, @ForAll @IntRange(min = 1, max = 50) int retries) {
    var budget = new RetryBudget(percent, 0, nanos::get);

    IntStream.range(0, Math.ceilDiv(100 * retries, percent)).forEach(n -> budget.called());

    assertThat(IntStream.range(0, retries).allMatch(n -> budget.spend())).isTrue();
  }

  @Test
  void five_calls_buy_one_retry() {
    var budget = new RetryBudget(20, 0, nanos::get);
    IntStream.range(0, 4).forEach(n -> budget.called());
    assertThat(budget.spend()).isFalse();

    budget.called();
    assertThat(budget.spend()).isTrue();
    assertThat(budget.spend()).isFalse();
  }

  @Test
  void a_quiet_client_may_try_again_each_second() {
    var budget = new RetryBudget(20, 1, nanos::get);
    assertThat(budget.spend()).as("in the first second").isTrue();
    nanos.addAndGet(SECOND - 1);
    assertThat(budget.spend()).isFalse();

    nanos.addAndGet(1);
    assertThat(budget.spend()).isTrue();
  }

  @Test
  void a_clock_that_is_asked_often_loses_no_time() {
    var budget = new RetryBudget(0, 1, nanos::get);
    budget.spend();

    for (int n = 0; n < 1_000; n++) {
      assertThat(budget.spend()).isFalse();
      nanos.addAndGet(SECOND / 1_000);
    }

    assertThat(budget.spend()).isTrue();
  }

  @Test
  void after_any_time_there_is_so_much_saved_and_no_more() {
    var budget = new RetryBudget(20, 1_000, nanos::get);
    nanos.addAndGet(Duration.ofDays(10_000).toNanos());

    assertThat(IntStream.range(0, 1_000).filter(n -> budget.spend()).count()).isEqualTo(RetryBudget.SAVED);
  }

  @Test
  void threads_together_get_what_one_would() throws Exception {
    var budget = new RetryBudget(20, 0, nanos::get);
    var granted = new AtomicInteger();
    Callable<Void> client = () -> {
      for (int n = 0; n < 10_000; n++) {
        budget.called();
        if (budget.spend()) {
          granted.incrementAndGet();
        }
      }
      return null;
    };

    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var done : threads.invokeAll(List.of(client, client, client, client))) {
        done.get();
      }
    }

    assertThat(granted).hasValue(8_000);
  }

  @Test
  void what_makes_no_sense_is_refused() {
    assertThatThrownBy(() -> new RetryBudget(101, 1, nanos::get)).hasMessage("percent must be from 0 to 100, but is 101");
    assertThatThrownBy(() -> new RetryBudget(20, -1, nanos::get)).hasMessage("perSecond must be from 0 to 1000, but is -1");
  }

  private List<Sum> play(List<Moment> moments, RetryBudget budget) {
    var sums = new ArrayList<Sum>();
    var sum = new Sum(0, 0, 0);
    sums.add(sum);
    for (var moment : moments) {
      IntStream.range(0, moment.calls()).forEach(n -> budget.called());
      long granted = IntStream.range(0, moment.wanted()).filter(n -> budget.spend()).count();
      sum = new Sum(sum.calls() + moment.calls(), sum.retries() + granted, sum.seconds());
      sums.add(sum);
      nanos.addAndGet(Duration.ofMillis(moment.millis()).toNanos());
      sum = new Sum(sum.calls(), sum.retries(), sum.seconds() + moment.millis() / 1_000.0);
      sums.add(sum);
    }
    return sums;
  }

  private static double allowed(Sum sum, int percent, int perSecond) {
    return sum.calls() * percent / 100.0 + sum.seconds() * perSecond;
  }
}
