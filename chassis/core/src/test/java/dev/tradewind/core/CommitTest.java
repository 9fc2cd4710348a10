package dev.tradewind.core;

import static dev.tradewind.core.Sample.NOON;
import static dev.tradewind.core.Sample.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Append.AlreadyOurs;
import dev.tradewind.core.Append.Conflict;
import dev.tradewind.core.Sample.Ask;
import dev.tradewind.core.Sample.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommitTest {

  @Test
  void its_messages_follow_from_it_alone() {
    var cause = new Cause("m-1", "q-1", "o-1", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    var commit = new Commit<>(STREAM, 7, cause, NOON, List.of(new Kept("k")), List.of(Outgoing.now(new Ask("a", 1)), Outgoing.deadline(STREAM, NOON)));

    assertThat(commit.messagesFrom("orders")).containsExactly(
        new Message("order/o-1/7/0", "/tradewind/orders", "order/o-1", 7, NOON, "m-1", "o-1", cause.traceparent(), Optional.empty(), new Ask("a", 1)),
        new Message("order/o-1/7/1", "/tradewind/orders", "order/o-1", 7, NOON, "m-1", "o-1", cause.traceparent(), Optional.of(NOON), new Deadline("order/o-1")));
    assertThat(commit.messagesFrom("orders")).isEqualTo(commit.messagesFrom("orders"));
  }

  @Test
  void message_ids_differ_between_streams_versions_and_places() {
    var ids = new ArrayList<String>();
    for (var key : List.of("a", "a/1", "a/1/1", "1")) {
      for (long version = 1; version <= 3; version++) {
        var commit = new Commit<>(new StreamId("order", key), version, Sample.message("m"), NOON, List.of(new Kept("k")),
            List.of(Outgoing.now(new Ask("a", 1)), Outgoing.now(new Ask("b", 1))));
        commit.messagesFrom("orders").forEach(message -> ids.add(message.id()));
      }
    }

    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void the_deadline_of_a_request_has_an_id_that_only_this_request_gives() {
    var ours = withDeadline(Cause.request("r-1", "o-1", ""));
    var theirs = withDeadline(Cause.request("r-2", "o-1", ""));
    var answer = withDeadline(Sample.message("m-1"));

    assertThat(List.of(ours, theirs, answer)).doesNotHaveDuplicates().allMatch(id -> id.startsWith("order/o-1/1/0"));
    assertThat(withDeadline(Cause.request("r-1", "o-1", ""))).isEqualTo(ours);
  }

  @Test
  void an_answer_to_its_one_command_proves_that_everything_was_sent() {
    var commit = Sample.commit(1, Sample.request(), Sample.told("t"), new Ask("a", 1));

    assertThat(commit.isProvenBy(Sample.answering("order/o-1/1/1"))).isTrue();
    assertThat(commit.isProvenBy(Sample.answering("order/o-1/1/0"))).as("an answer to the event").isFalse();
    assertThat(commit.isProvenBy(Sample.answering("order/o-1/1/1/0"))).as("an answer to another stream").isFalse();
    assertThat(commit.isProvenBy(Sample.answering("order/o-1/11/1"))).as("an answer to another version").isFalse();
    assertThat(commit.isProvenBy(Sample.answering(""))).isFalse();
  }

  @Test
  void an_answer_to_one_of_several_commands_proves_nothing() {
    var commit = Sample.commit(1, Sample.request(), new Ask("a", 1), new Ask("b", 1));

    assertThat(commit.isProvenBy(Sample.answering("order/o-1/1/0"))).isFalse();
    assertThat(commit.isProvenBy(Sample.answering("order/o-1/1/1"))).isFalse();
  }

  @Test
  void what_came_of_its_call_proves_that_everything_was_sent_before() {
    var commit = Sample.commit(1, Sample.request(), Sample.told("t"));

    assertThat(commit.isProvenBy(Cause.outcomeOf(commit))).isTrue();
  }

  @Test
  void the_outcome_of_what_a_request_led_to_counts_as_a_requests_too() {
    assertThat(Cause.outcomeOf(Sample.commit(1, Sample.request())).isRequest()).isTrue();
    assertThat(Cause.outcomeOf(Sample.commit(1, Sample.message("m-1"))).isRequest()).isFalse();
  }

  @Test
  void the_same_cause_in_the_way_is_our_own_and_another_is_a_conflict() {
    var wanted = Sample.commit(1, Sample.message("m-1"));
    var twin = Sample.commit(1, new Cause("m-1", "", "o-1", "another trace"));
    var other = Sample.commit(1, Sample.message("m-2"));

    assertThat(Append.against(wanted, twin)).isEqualTo(new AlreadyOurs<>(twin));
    assertThat(Append.against(wanted, other)).isEqualTo(new Conflict<>(other));
  }

  @Test
  void lists_given_to_it_may_change_afterwards() {
    var events = new ArrayList<>(List.of(new Kept("k")));
    var commit = new Commit<>(STREAM, 1, Sample.message("m-1"), NOON, events, List.of());

    events.clear();

    assertThat(commit.events()).hasSize(1);
  }

  @Test
  void the_message_names_what_is_wrong() {
    assertThatThrownBy(() -> Sample.commit(0, Sample.message("m-1"))).hasMessage("version starts at 1, but is 0");
    assertThatThrownBy(() -> new Commit<>(null, 1, Sample.message("m-1"), NOON, List.of(), List.of())).hasMessage("stream is required");
    assertThatThrownBy(() -> new Cause("", "", "o-1", "")).hasMessage("id must not be blank");
    assertThatThrownBy(() -> new Cause("m-1", null, "o-1", "")).hasMessage("answers is required");
    assertThatThrownBy(() -> new Cause("m-1", "", " ", "")).hasMessage("correlationId must not be blank");
    assertThatThrownBy(() -> new Cause("m-1", "", "o-1", null)).hasMessage("traceparent is required");
    assertThatThrownBy(() -> Outgoing.now(null)).hasMessage("data is required");
    assertThatThrownBy(() -> new Deadline("nonsense")).hasMessageStartingWith("a stream id looks like kind/key");
  }

  private static String withDeadline(Cause cause) {
    return new Commit<>(STREAM, 1, cause, NOON, List.of(new Kept("k")), List.of(Outgoing.deadline(STREAM, NOON))).messagesFrom("orders").getFirst().id();
  }
}
