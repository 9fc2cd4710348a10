package dev.tradewind.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.aws.BatchCall.Refusal;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatcherTest {

  private static final Duration LINGER = Duration.ofMillis(5);

  /** A request the test answers. */
  private record Request(List<String> entries, UniEmitter<? super List<Refusal>> answer) {

    void accept() {
      answer.complete(List.of());
    }

    void refuse(Refusal... refusals) {
      answer.complete(List.of(refusals));
    }
  }

  private final VirtualTime time = new VirtualTime();
  private final List<Request> requests = new ArrayList<>();

  @Test
  void after_a_quiet_time_an_entry_leaves_at_once() {
    var batcher = batcher(LINGER);
    add(batcher, "a");
    assertThat(requests).extracting(Request::entries).containsExactly(List.of("a"));
    time.pass(LINGER);

    add(batcher, "b");

    assertThat(requests).extracting(Request::entries).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void those_that_come_soon_after_it_go_together_when_the_linger_is_over() {
    var batcher = busy();
    time.pass(Duration.ofMillis(3));
    add(batcher, "b");
    time.pass(Duration.ofMillis(1));
    add(batcher, "c");
    assertThat(requests).isEmpty();

    time.pass(Duration.ofMillis(1));

    assertThat(requests).extracting(Request::entries).containsExactly(List.of("b", "c"));
  }

  @Test
  void after_them_the_next_lingers_again() {
    var batcher = busy();
    add(batcher, "b");
    time.pass(LINGER);

    add(batcher, "c");

    assertThat(requests).extracting(Request::entries).containsExactly(List.of("b"));
    time.pass(LINGER);
    assertThat(requests).extracting(Request::entries).containsExactly(List.of("b"), List.of("c"));
  }

  @Test
  void a_full_request_leaves_at_once() {
    var batcher = busy();

    IntStream.rangeClosed(1, 10).forEach(i -> add(batcher, "e" + i));

    assertThat(requests).hasSize(1);
    assertThat(requests.getFirst().entries()).hasSize(10);
  }

  @Test
  void the_eleventh_waits_for_the_next_request() {
    var batcher = busy();
    IntStream.rangeClosed(1, 11).forEach(i -> add(batcher, "e" + i));
    assertThat(requests).hasSize(1);

    time.pass(LINGER);

    assertThat(requests.getLast().entries()).containsExactly("e11");
  }

  @Test
  void without_linger_everything_leaves_at_once() {
    add(batcher(Duration.ZERO), "a");

    assertThat(requests).extracting(Request::entries).containsExactly(List.of("a"));
    assertThat(time.pending()).isZero();
  }

  @Test
  void a_request_holds_256_kibibytes_at_most() {
    var batcher = busy();
    var half = "x".repeat(Batcher.Limits.MESSAGES.bytes() / 2);
    add(batcher, half);
    add(batcher, half);
    assertThat(requests).as("exactly full, but not known to be").isEmpty();

    add(batcher, "y");

    assertThat(requests).extracting(Request::entries).containsExactly(List.of(half, half));
  }

  @Test
  void an_entry_that_fits_no_request_fails_and_names_its_size() {
    var tooLarge = add(batcher(LINGER), "x".repeat(Batcher.Limits.MESSAGES.bytes() + 1));

    tooLarge.assertFailedWith(IllegalArgumentException.class, "262145 bytes");
    assertThat(requests).isEmpty();
  }

  @Test
  void another_service_sets_other_limits() {
    var batcher = new Batcher<>(new Batcher.Limits(3, 8), String::length, this::call, LINGER, time, () -> 1);
    IntStream.rangeClosed(0, 3).forEach(i -> add(batcher, "e" + i));
    assertThat(requests).extracting(Request::entries).containsExactly(List.of("e0"), List.of("e1", "e2", "e3"));

    add(batcher, "large");
    add(batcher, "larger");

    assertThat(requests.getLast().entries()).containsExactly("large");
    add(batcher, "123456789").assertFailedWith(IllegalArgumentException.class, "9 bytes does not fit into a request, which holds 8");
    assertThatThrownBy(() -> new Batcher.Limits(0, 8)).hasMessageStartingWith("a request holds at least one entry");
  }

  @Test
  void nothing_is_sent_before_somebody_subscribes() {
    batcher(Duration.ZERO).add("a");

    assertThat(requests).isEmpty();
  }

  @Test
  void an_entry_completes_only_when_its_request_is_answered() {
    var entry = add(batcher(Duration.ZERO), "a");
    entry.assertNotTerminated();

    requests.getFirst().accept();

    entry.assertCompleted();
  }

  @Test
  void of_a_request_with_refusals_the_accepted_entries_complete_and_the_refused_are_sent_again() {
    var batcher = busy();
    var a = add(batcher, "a");
    var b = add(batcher, "b");
    var c = add(batcher, "c");
    time.pass(LINGER);

    requests.getFirst().refuse(new Refusal(1, false, "InternalError"));

    a.assertCompleted();
    c.assertCompleted();
    b.assertNotTerminated();
    time.pass(Duration.ofMillis(50).plus(LINGER));
    assertThat(requests.getLast().entries()).containsExactly("b");
    requests.getLast().accept();
    b.assertCompleted();
  }

  @Test
  void an_entry_that_is_our_own_fault_fails_at_once() {
    var batcher = busy();
    var good = add(batcher, "good");
    var bad = add(batcher, "bad");
    time.pass(LINGER);

    requests.getFirst().refuse(new Refusal(1, true, "InvalidMessageContents"));

    good.assertCompleted();
    bad.assertFailedWith(EntryRefused.class, "InvalidMessageContents after 1 attempts");
    time.pass(LINGER);
    assertThat(time.pending()).isZero();
  }

  @Test
  void an_entry_refused_again_and_again_fails_after_five_attempts() {
    var batcher = batcher(Duration.ZERO);
    var entry = add(batcher, "a");
    for (int attempt = 1; attempt < Batcher.MOST_ATTEMPTS; attempt++) {
      requests.getLast().refuse(new Refusal(0, false, "Throttled"));
      entry.assertNotTerminated();
      time.pass(Duration.ofSeconds(1));
    }
    assertThat(requests).hasSize(Batcher.MOST_ATTEMPTS);

    requests.getLast().refuse(new Refusal(0, false, "Throttled"));

    entry.assertFailedWith(EntryRefused.class, "Throttled after 5 attempts");
  }

  @Test
  void a_request_that_fails_fails_all_its_entries_and_only_those() {
    var batcher = batcher(Duration.ZERO);
    var first = add(batcher, "first");
    var second = add(batcher, "second");

    requests.getFirst().answer().fail(new IllegalStateException("connection refused"));

    first.assertFailedWith(IllegalStateException.class, "connection refused");
    second.assertNotTerminated();
    requests.getLast().accept();
    second.assertCompleted();
  }

  @Test
  void a_call_that_throws_fails_its_entries() {
    var batcher = new Batcher<String>(
        Batcher.Limits.MESSAGES, String::length, entries -> { throw new IllegalStateException("client closed"); }, Duration.ZERO, time, () -> 1);

    add(batcher, "a").assertFailedWith(IllegalStateException.class, "client closed");
  }

  @Test
  void eight_requests_may_be_under_way_and_what_comes_meanwhile_shares_the_ninth() {
    var batcher = batcher(Duration.ZERO);
    IntStream.rangeClosed(1, 12).forEach(i -> add(batcher, "e" + i));
    assertThat(requests).hasSize(8);

    requests.getFirst().accept();

    assertThat(requests).hasSize(9);
    assertThat(requests.getLast().entries()).containsExactly("e9", "e10", "e11", "e12");
  }

  @Test
  void an_entry_whose_caller_lost_interest_is_sent_all_the_same() {
    add(batcher(LINGER), "a").cancel();

    assertThat(requests).hasSize(1);
  }

  @Test
  void when_timers_have_ended_what_is_there_leaves_at_once_and_a_refusal_is_final() {
    Timer ended = (delay, task) -> { throw new RejectedExecutionException("shut down"); };
    var batcher = new Batcher<>(Batcher.Limits.MESSAGES, String::length, this::call, LINGER, ended, () -> 1);

    var entry = add(batcher, "a");

    assertThat(requests).hasSize(1);
    requests.getFirst().refuse(new Refusal(0, false, "InternalError"));
    entry.assertFailedWith(EntryRefused.class, "InternalError");
  }

  @Test
  void one_timer_serves_all_entries_that_wait() {
    var batcher = busy();

    IntStream.rangeClosed(1, 9).forEach(i -> add(batcher, "e" + i));

    assertThat(time.pending()).isEqualTo(1);
  }

  /** One whose last request has just left. */
  private Batcher<String> busy() {
    var batcher = batcher(LINGER);
    add(batcher, "before");
    requests.clear();
    return batcher;
  }

  private Batcher<String> batcher(Duration linger) {
    return new Batcher<>(Batcher.Limits.MESSAGES, String::length, this::call, linger, time, () -> 1);
  }

  private Uni<List<Refusal>> call(List<String> entries) {
    return Uni.createFrom().emitter(answer -> requests.add(new Request(entries, answer)));
  }

  private static UniAssertSubscriber<Void> add(Batcher<String> batcher, String entry) {
    return batcher.add(entry).subscribe().withSubscriber(UniAssertSubscriber.create());
  }
}
