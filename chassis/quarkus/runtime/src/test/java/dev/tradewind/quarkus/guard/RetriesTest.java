package dev.tradewind.quarkus.guard;

import static dev.tradewind.quarkus.guard.Guarding.failure;
import static dev.tradewind.quarkus.guard.Guarding.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.quarkus.guard.Dependency.Mode;
import dev.tradewind.quarkus.guard.Dependency.Refusal;
import dev.tradewind.quarkus.guard.GuardOptions.Breaker;
import dev.tradewind.quarkus.guard.GuardOptions.Retry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;

/** A call that failed is made again, and retries stay a small part of the load; every request is counted. */
class RetriesTest {

  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofMillis(80);
  private static final int CALLS = 1_000;

  @Test
  void without_an_answer_a_call_is_made_as_often_as_allowed_and_fails_as_it_failed_last() {
    var guarding = new Guarding(Guarding.retrying(retry(3, 20, 10)));
    guarding.dependency.mode = Mode.FAIL;

    assertThat(failure(guarding.idempotent())).hasMessage("500");

    assertThat(guarding.dependency.requests).hasValue(3);
    assertThat(guarding.counted("tradewind.guard.retries")).isEqualTo(2);
    assertThat(guarding.calls("failed")).as("each attempt goes through the guard").isEqualTo(3);
  }

  @Test
  void a_call_that_succeeds_the_second_time_has_succeeded() {
    var guarding = new Guarding(Guarding.retrying(retry(3, 20, 10)));
    var attempts = new AtomicInteger();

    assertThat(outcome(guarding.guard.callIdempotent(() -> attempts.incrementAndGet() == 1
        ? Uni.createFrom().failure(new IllegalStateException("503")) : Uni.createFrom().item("answer")))).isEqualTo("answer");

    assertThat(attempts).hasValue(2);
    assertThat(guarding.calls("done")).isOne();
  }

  @Test
  void only_what_is_declared_idempotent_is_made_again() {
    var guarding = new Guarding(Guarding.retrying(retry(3, 20, 10)));
    guarding.dependency.mode = Mode.FAIL;

    failure(guarding.once());

    assertThat(guarding.dependency.requests).hasValue(1);
  }

  @Test
  void nothing_is_made_again_when_nobody_asked_for_it() {
    var guarding = new Guarding(Guarding.CALM);
    guarding.dependency.mode = Mode.FAIL;

    failure(guarding.idempotent());

    assertThat(guarding.dependency.requests).hasValue(1);
    assertThat(guarding.counted("tradewind.guard.retries.denied")).isZero();
  }

  @Test
  void an_answer_that_says_no_is_not_asked_for_again() {
    var guarding = new Guarding(Guarding.retrying(retry(3, 20, 10)));
    guarding.dependency.mode = Mode.REFUSE;

    assertThat(failure(guarding.idempotent())).isInstanceOf(Refusal.class);

    assertThat(guarding.dependency.requests).hasValue(1);
  }

  @Test
  void when_everything_fails_retries_add_a_fifth_and_no_more() {
    var guarding = new Guarding(neverOpen(retry(3, 20, 0)));
    guarding.dependency.mode = Mode.FAIL;

    IntStream.range(0, CALLS).forEach(n -> failure(guarding.idempotent()));

    assertThat(guarding.dependency.requests).as("1.2 requests a call, where three attempts without a budget would make 3").hasValue(1_200);
    assertThat(guarding.counted("tradewind.guard.retries")).isEqualTo(200);
    assertThat(guarding.counted("tradewind.guard.retries.denied")).as("all others, and those that failed again").isEqualTo(1_000);
  }

  @Test
  void calls_that_are_never_made_again_count_for_the_budget_too() {
    var guarding = new Guarding(neverOpen(retry(2, 20, 0)));
    IntStream.range(0, 10).forEach(n -> outcome(guarding.once()));
    guarding.dependency.mode = Mode.FAIL;

    IntStream.range(0, 3).forEach(n -> failure(guarding.idempotent()));

    assertThat(guarding.counted("tradewind.guard.retries")).isEqualTo(2);
  }

  @Test
  void a_client_that_makes_few_calls_may_try_again_as_time_goes_by() {
    var guarding = new Guarding(neverOpen(retry(2, 0, 1)));
    guarding.dependency.mode = Mode.FAIL;
    IntStream.range(0, 3).forEach(n -> failure(guarding.idempotent()));
    assertThat(guarding.dependency.requests).as("one in the first second").hasValue(4);

    guarding.nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    IntStream.range(0, 3).forEach(n -> failure(guarding.idempotent()));

    assertThat(guarding.dependency.requests).as("one more in the second").hasValue(8);
  }

  @Test
  void an_open_breaker_ends_the_retries() {
    var guarding = new Guarding(Guarding.retrying(retry(10, 100, 1_000)));
    guarding.dependency.mode = Mode.FAIL;

    assertThat(failure(guarding.idempotent())).isInstanceOf(CircuitBreakerOpenException.class);

    assertThat(guarding.dependency.requests).hasValue(Guarding.WINDOW);
    assertThat(guarding.counted("tradewind.guard.retries")).isEqualTo(Guarding.WINDOW);
  }

  @Test
  void between_attempts_there_are_pauses_within_their_limits() {
    var guarding = new Guarding(neverOpen(retry(4, 100, 1_000)));
    guarding.dependency.mode = Mode.FAIL;

    IntStream.range(0, 20).forEach(n -> failure(guarding.idempotent()));

    assertThat(guarding.pauses).hasSize(60).allSatisfy(pause -> assertThat(pause).isBetween(Duration.ZERO, LONGEST));
    assertThat(guarding.pauses).doesNotHaveDuplicates();
  }

  private static Retry retry(int attempts, int percent, int perSecond) {
    return new Retry(attempts, FIRST, LONGEST, percent, perSecond);
  }

  private static GuardOptions neverOpen(Retry retry) {
    return new GuardOptions(Guarding.CALM.timeout(), 8, new Breaker(10 * CALLS, 1, Duration.ofSeconds(1), 1), retry);
  }
}
