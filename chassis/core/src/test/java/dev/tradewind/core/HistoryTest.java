package dev.tradewind.core;

import static dev.tradewind.core.Sample.STREAM;
import static dev.tradewind.core.Sample.commit;
import static dev.tradewind.core.Sample.message;
import static dev.tradewind.core.Sample.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Sample.Ask;
import dev.tradewind.core.Sample.Kept;
import dev.tradewind.core.Sample.Told;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HistoryTest {

  @Test
  void a_gap_is_never_decided_on() {
    assertThatThrownBy(() -> history(commit(1, message("m-1")), commit(3, message("m-3"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("order/o-1 has a gap: expected version 2, found 3");
    assertThatThrownBy(() -> history(commit(2, message("m-2")))).hasMessageContaining("expected version 1, found 2");
    assertThatThrownBy(() -> history(commit(1, message("m-1")), commit(1, message("m-2")))).hasMessageContaining("expected version 2, found 1");
  }

  @Test
  void the_version_is_that_of_the_newest_commit() {
    assertThat(History.empty(STREAM).version()).isZero();
    assertThat(History.empty(STREAM).isEmpty()).isTrue();
    assertThat(history(commit(1, message("m-1")), commit(2, message("m-2"))).version()).isEqualTo(2);
  }

  @Test
  void a_cause_is_found_however_long_ago_it_was() {
    var history = history(commit(1, message("m-1")), commit(2, message("m-2")), commit(3, message("m-3")));

    assertThat(history.causedBy("m-1")).contains(history.commits().getFirst());
    assertThat(history.causedBy("m-4")).isEmpty();
  }

  @Test
  void the_newest_commit_that_says_something_is_found() {
    var history = history(commit(1, message("m-1"), Sample.told("old")), commit(2, message("m-2"), Sample.told("new")), commit(3, message("m-3"), new Ask("a", 1)));

    assertThat(history.lastSaying(Told.class)).contains(history.commits().get(1));
    assertThat(history.lastSaying(Deadline.class)).isEmpty();
  }

  @Test
  void events_are_folded_in_order_with_the_time_of_their_commit() {
    var decider = new Decider<String, String, Kept>() {
      @Override
      public String initial() {
        return "";
      }

      @Override
      public Decision<Kept> decide(String state, String command, Instant now) {
        return Decision.nothing();
      }

      @Override
      public String evolve(String state, Kept event, Instant at) {
        return state + event.text() + " at " + at + "; ";
      }
    };

    assertThat(history(commit(1, message("m-1")), commit(2, message("m-2"))).fold(decider))
        .isEqualTo("version 1 at 2026-03-01T12:00:00Z; version 2 at 2026-03-01T12:00:00Z; ");
    assertThat(History.<Kept>empty(STREAM).fold(decider)).isEmpty();
  }

  @Test
  void it_can_be_seen_as_it_was() {
    var history = history(commit(1, message("m-1")), commit(2, message("m-2")), commit(3, message("m-3")));

    assertThat(history.upTo(history.commits().get(1)).version()).isEqualTo(2);
    assertThat(history.plus(commit(4, message("m-4"))).version()).isEqualTo(4);
    assertThat(history.version()).isEqualTo(3);
  }

  /** A request is not delivered again, so nobody but the next who comes by can make good what its process left unsent. */
  @Nested
  class Unproven {

    @Test
    void nothing_is_in_an_empty_stream_or_behind_a_message_that_will_come_again() {
      assertThat(History.empty(STREAM).unproven(message("m-9"))).isEmpty();
      assertThat(history(commit(1, request()), commit(2, message("m-2"))).unproven(message("m-9"))).isEmpty();
    }

    @Test
    void every_request_at_the_end_is() {
      var history = history(commit(1, request()), commit(2, message("m-2")), commit(3, request()), commit(4, request()));

      assertThat(history.unproven(message("m-9"))).extracting(Commit::version).containsExactly(3L, 4L);
    }

    @Test
    void none_is_when_the_newest_was_answered_because_whoever_made_it_sent_those_before_it() {
      var history = history(commit(1, request(), new Ask("a", 1)), commit(2, request(), new Ask("b", 1)));

      assertThat(history.unproven(Sample.answering("order/o-1/2/0"))).isEmpty();
      assertThat(history.unproven(Sample.answering("order/o-1/1/0"))).extracting(Commit::version).containsExactly(1L, 2L);
    }
  }

  @SafeVarargs
  private static History<Kept> history(Commit<Kept>... commits) {
    return new History<>(STREAM, List.of(commits));
  }
}
