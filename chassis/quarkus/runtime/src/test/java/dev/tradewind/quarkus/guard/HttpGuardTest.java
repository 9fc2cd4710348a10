package dev.tradewind.quarkus.guard;

import static dev.tradewind.quarkus.guard.Guarding.BRISK;
import static dev.tradewind.quarkus.guard.Guarding.CALM;
import static dev.tradewind.quarkus.guard.Guarding.WINDOW;
import static dev.tradewind.quarkus.guard.Guarding.failure;
import static dev.tradewind.quarkus.guard.Guarding.outcome;
import static io.smallrye.faulttolerance.api.CircuitBreakerState.CLOSED;
import static io.smallrye.faulttolerance.api.CircuitBreakerState.HALF_OPEN;
import static io.smallrye.faulttolerance.api.CircuitBreakerState.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.core.WaitingRoom;
import dev.tradewind.quarkus.guard.Dependency.Mode;
import dev.tradewind.quarkus.guard.Dependency.Refusal;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.Test;

/** A guard, driven through its states; every request that reaches the dependency is counted. */
class HttpGuardTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Guarding guarding = new Guarding(CALM);
  private final Dependency dependency = guarding.dependency;

  @Test
  void when_too_many_fail_the_breaker_opens_and_lets_nothing_through() {
    dependency.mode = Mode.FAIL;
    fail(guarding, WINDOW);
    assertThat(guarding.states).containsExactly(OPEN);

    assertThat(failure(guarding.once())).isInstanceOf(CircuitBreakerOpenException.class);
    assertThat(failure(guarding.idempotent())).isInstanceOf(CircuitBreakerOpenException.class);
    assertThat(dependency.requests).as("an open breaker makes no requests").hasValue(WINDOW);
    assertThat(guarding.calls("rejected-open")).isEqualTo(2);
  }

  @Test
  void after_a_while_it_tries_again_and_closes_when_that_succeeds() {
    var brisk = new Guarding(BRISK);
    brisk.dependency.mode = Mode.FAIL;
    fail(brisk, WINDOW);

    brisk.dependency.mode = Mode.ANSWER;
    await().atMost(PATIENCE).until(() -> brisk.states.contains(HALF_OPEN));
    assertThat(brisk.state()).isEqualTo(1);
    assertThat(outcome(brisk.once())).isEqualTo("answer");
    assertThat(outcome(brisk.once())).isEqualTo("answer");

    assertThat(brisk.states).containsExactly(OPEN, HALF_OPEN, CLOSED);
    assertThat(brisk.state()).isZero();
    assertThat(brisk.dependency.requests).as("two trials").hasValue(WINDOW + 2);
  }

  @Test
  void a_half_open_breaker_opens_again_at_the_first_failure() {
    var brisk = new Guarding(BRISK);
    brisk.dependency.mode = Mode.FAIL;
    fail(brisk, WINDOW);
    await().atMost(PATIENCE).until(() -> brisk.states.contains(HALF_OPEN));

    fail(brisk, 1);

    assertThat(brisk.states.subList(0, 3)).containsExactly(OPEN, HALF_OPEN, OPEN);
    assertThat(brisk.dependency.requests).hasValue(WINDOW + 1);
  }

  @Test
  void refusals_are_answers_and_never_open_the_breaker() {
    dependency.mode = Mode.REFUSE;

    for (int n = 0; n < 3 * WINDOW; n++) {
      assertThat(failure(guarding.once())).isInstanceOf(Refusal.class);
    }

    assertThat(guarding.states).isEmpty();
    assertThat(guarding.calls("done")).isEqualTo(3 * WINDOW);
  }

  @Test
  void what_takes_too_long_is_given_up() {
    var hasty = new Guarding(new GuardOptions(Duration.ofMillis(20), 8, CALM.breaker(), CALM.retry()));
    hasty.dependency.mode = Mode.HANG;

    assertThat(failure(hasty.once())).isInstanceOf(TimeoutException.class);

    assertThat(hasty.calls("timed-out")).isOne();
    assertThat(hasty.calls("failed")).isZero();
  }

  @Test
  void a_client_that_gives_up_a_moment_before_the_guard_timed_out_too() {
    dependency.mode = Mode.GIVE_UP;

    assertThat(failure(guarding.once())).isInstanceOf(TimeoutException.class).hasMessage("no answer in time");
    assertThat(guarding.calls("timed-out")).isOne();
  }

  @Test
  void what_does_not_fit_the_bulkhead_fails_at_once_and_does_not_reach_the_dependency() {
    Queue<UniEmitter<? super String>> underWay = new ConcurrentLinkedQueue<>();
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    List<String> answers = new CopyOnWriteArrayList<>();

    IntStream.range(0, 12).forEach(n -> guarding.guard.call(() -> Uni.createFrom().<String>emitter(underWay::add))
        .subscribe().with(answers::add, failures::add));

    await().atMost(PATIENCE).until(() -> underWay.size() == 8);
    assertThat(failures).as("8 under way, 1 waits").hasSize(3).hasOnlyElementsOfType(BulkheadException.class);
    assertThat(guarding.calls("rejected-full")).isEqualTo(3);
    for (int n = 0; n < 9; n++) {
      await().atMost(PATIENCE).until(() -> !underWay.isEmpty());
      underWay.remove().complete("answer");
    }
    await().atMost(PATIENCE).until(() -> answers.size() == 9);
    assertThat(guarding.states).as("a full bulkhead says nothing about the dependency").isEmpty();
  }

  @Test
  void a_call_that_does_not_even_begin_has_failed() {
    Supplier<Uni<String>> broken = () -> {
      throw new IllegalStateException("no address");
    };

    assertThat(failure(guarding.guard.call(broken))).hasMessage("no address");
    assertThat(guarding.calls("failed")).isOne();
  }

  @Test
  void a_call_is_made_when_somebody_wants_it_and_each_time_anew() {
    var call = guarding.once();
    assertThat(dependency.requests).hasValue(0);

    outcome(call);
    outcome(call);
    assertThat(dependency.requests).hasValue(2);
  }

  @Test
  void what_is_counted_is_there_from_the_beginning() {
    assertThat(guarding.state()).isZero();
    assertThat(List.of("done", "failed", "timed-out", "rejected-open", "rejected-full"))
        .allSatisfy(outcome -> assertThat(guarding.calls(outcome)).isZero());
    assertThat(guarding.counted("tradewind.guard.retries")).isZero();
    assertThat(guarding.counted("tradewind.guard.retries.denied")).isZero();
  }

  @Test
  void attempts_are_counted_by_how_they_ended_and_the_state_is_a_number() {
    outcome(guarding.once());
    dependency.mode = Mode.FAIL;
    fail(guarding, WINDOW);

    assertThat(guarding.calls("done")).isOne();
    assertThat(guarding.calls("failed")).isEqualTo(WINDOW - 1);
    assertThat(guarding.calls("rejected-open")).isOne();
    assertThat(guarding.state()).isEqualTo(2);
  }

  @Test
  void messages_wait_while_the_breaker_is_open() {
    var settings = Map.of("here.breaker.window-calls", "2", "here.breaker.open-millis", "500", "here.breaker.trial-calls", "1");
    var waiting = new WaitingRoom(new WaitingRoom.Options(Duration.ofSeconds(1), Duration.ofMinutes(5), (delay, task) -> { }, Supplier::get));
    var other = guarding.guards(settings).guard(guarding.name + "-waiting", "here", failure -> false, waiting);
    dependency.mode = Mode.FAIL;
    failure(other.call(dependency::request));
    failure(other.call(dependency::request));

    var message = waiting.enter(() -> Uni.createFrom().item("went on")).subscribeAsCompletionStage();
    assertThat(message).isNotDone();

    dependency.mode = Mode.ANSWER;
    await().atMost(PATIENCE).until(() -> !(failure(other.call(dependency::request)) instanceof CircuitBreakerOpenException));
    await().atMost(PATIENCE).until(message::isDone);
    assertThat(message).isCompletedWithValue("went on");
  }

  private static void fail(Guarding guarding, int times) {
    IntStream.range(0, times).forEach(n -> failure(guarding.once()));
  }
}
