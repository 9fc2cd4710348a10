package dev.tradewind.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LocalLimiterTest {

  private static final Policy SIX_A_MINUTE = new Policy("reads", 6, Duration.ofMinutes(1));

  private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);
  private final LocalLimiter limiter = new LocalLimiter(nanos::get, 1_000);

  @Test
  void all_of_them_may_come_at_once_and_then_as_fast_as_they_come_back() {
    for (int left = 5; left >= 0; left--) {
      assertThat(take()).returns(true, Verdict::allowed).returns((long) left, Verdict::remaining);
    }
    assertThat(take()).isEqualTo(new Verdict(false, 0, Duration.ofMinutes(1), Duration.ofSeconds(10)));
    pass(Duration.ofSeconds(9));
    assertThat(take()).isEqualTo(new Verdict(false, 0, Duration.ofSeconds(51), Duration.ofSeconds(1)));
    pass(Duration.ofSeconds(1));
    assertThat(take().allowed()).isTrue();
    assertThat(take().allowed()).isFalse();
  }

  @Test
  void after_a_quiet_window_all_are_back_and_no_more() {
    IntStream.range(0, 6).forEach(i -> take());
    pass(Duration.ofHours(3));
    assertThat(IntStream.range(0, 10).filter(i -> take().allowed())).hasSize(6);
  }

  @Test
  void a_request_that_is_refused_costs_nothing() {
    IntStream.range(0, 100).forEach(i -> take());
    pass(Duration.ofSeconds(10));
    assertThat(take().allowed()).isTrue();
  }

  @Test
  void callers_do_not_share() {
    IntStream.range(0, 7).forEach(i -> take());
    assertThat(limiter.now("reads:bob", SIX_A_MINUTE).allowed()).isTrue();
  }

  @Test
  void it_says_when_all_are_back() {
    assertThat(take().reset()).isEqualTo(Duration.ofSeconds(10));
    assertThat(take().reset()).isEqualTo(Duration.ofSeconds(20));
    pass(Duration.ofSeconds(15));
    assertThat(take().reset()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void many_at_once_are_counted_one_by_one() throws Exception {
    var policy = new Policy("reads", 500, Duration.ofHours(1));
    try (var threads = Executors.newFixedThreadPool(8)) {
      var allowed = new AtomicLong();
      var all = IntStream.range(0, 8).mapToObj(i -> threads.submit(() ->
          IntStream.range(0, 200).filter(j -> limiter.now("reads:alice", policy).allowed()).forEach(j -> allowed.incrementAndGet()))).toList();
      for (var each : all) {
        each.get();
      }
      assertThat(allowed).hasValue(500);
    }
  }

  /** The promise of the algorithm, whatever the pattern: no window ever holds more than a full one and what came back during it. */
  @Property(tries = 300)
  void no_window_holds_more_than_the_limit_and_what_came_back(
      @ForAll @IntRange(min = 1, max = 50) int requests,
      @ForAll @IntRange(min = 1, max = 120) int seconds,
      @ForAll @Size(min = 1, max = 400) List<@IntRange(min = 0, max = 5_000) Integer> pauses) {
    var time = new AtomicLong();
    var policy = new Policy("reads", requests, Duration.ofSeconds(seconds));
    var tried = new LocalLimiter(time::get, 10);
    var within = new ArrayDeque<Long>();
    for (int pause : pauses) {
      time.addAndGet(Duration.ofMillis(pause).toNanos());
      long now = time.get() / 1_000;
      within.removeIf(at -> at <= now - policy.capacityMicros());
      if (tried.now("alice", policy).allowed()) {
        within.add(now);
      }
      assertThat(within.size()).isLessThanOrEqualTo(2 * requests);
      long span = within.isEmpty() ? 0 : now - within.getFirst();
      assertThat(within.size()).isLessThanOrEqualTo((int) (requests + span / policy.intervalMicros()));
    }
  }

  /** Whoever keeps the pace is never refused. */
  @Property(tries = 100)
  void an_even_pace_is_never_refused(@ForAll @IntRange(min = 1, max = 5_000) int requests, @ForAll @IntRange(min = 1, max = 3_600) int seconds) {
    var time = new AtomicLong();
    var policy = new Policy("reads", requests, Duration.ofSeconds(seconds));
    var tried = new LocalLimiter(time::get, 10);
    for (int i = 0; i < 200; i++) {
      assertThat(tried.now("alice", policy).allowed()).isTrue();
      time.addAndGet(policy.intervalMicros() * 1_000);
    }
  }

  @Test
  void limits_that_make_no_sense_are_refused_by_name() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Policy("reads", 0, Duration.ofSeconds(1)))
        .withMessage("reads.requests must be from 1 to 100000, but is 0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Policy("writes", 1, Duration.ZERO))
        .withMessage("writes.window-seconds must be at least 1, but is 0");
  }

  private Verdict take() {
    return limiter.now("reads:alice", SIX_A_MINUTE);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
