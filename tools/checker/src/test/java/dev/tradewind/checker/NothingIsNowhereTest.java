package dev.tradewind.checker;

import static dev.tradewind.checker.Story.commit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.checker.Sending.Fate;
import dev.tradewind.checker.Stream.Outgoing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class NothingIsNowhereTest {

  @Test
  void what_a_commit_holds_was_sent_and_handled() {
    var finding = finding(holding(new Outgoing("m1", List.of("q1"))).sent("q1", "m1", Fate.PROCESSED));

    assertThat(finding.held()).isTrue();
    assertThat(finding.lookedAt()).as("what should be sent, and what was").isEqualTo(2);
  }

  @Test
  void what_was_never_sent_is_seen() {
    assertThat(finding(holding(new Outgoing("m1", List.of("q1")))).examples()).containsExactly("message m1 was never put into q1");
  }

  @Test
  void each_subscriber_must_get_it() {
    assertThat(finding(holding(new Outgoing("m1", List.of("q1", "q2"))).sent("q1", "m1", Fate.PROCESSED)).examples())
        .containsExactly("message m1 was never put into q2");
  }

  @Test
  void the_right_queue_must_get_it() {
    assertThat(finding(holding(new Outgoing("m1", List.of("q1"))).sent("q2", "m1", Fate.PROCESSED)).violations()).isEqualTo(1);
  }

  @Test
  void what_nobody_listens_to_is_sent_nowhere() {
    assertThat(finding(holding(new Outgoing("m1", List.of()))).held()).isTrue();
  }

  @Test
  void all_messages_of_all_commits_count() {
    var story = new Story().stream("order/o1", List.of(
        commit(1, "a", "x", new Outgoing("m1", List.of("q")), new Outgoing("m2", List.of("q"))),
        commit(2, "b", "x", new Outgoing("m3", List.of("q")))));

    assertThat(finding(story.sent("q", "m1", Fate.PROCESSED)).examples())
        .containsExactly("message m2 was never put into q", "message m3 was never put into q");
  }

  @ParameterizedTest
  @EnumSource(value = Fate.class, mode = Mode.EXCLUDE, names = {"WAITING", "LOST"})
  void a_message_may_be_handled_dead_or_not_due(Fate fate) {
    assertThat(finding(new Story().sent("q", "m1", fate)).held()).isTrue();
  }

  @Test
  void nothing_waits_when_all_is_over() {
    assertThat(finding(new Story().sent("q", "m1", Fate.WAITING)).examples()).containsExactly("message m1 still waits in q");
  }

  @Test
  void nothing_is_lost() {
    assertThat(finding(new Story().sent("q", "m1", Fate.LOST)).examples()).containsExactly("message m1 was put into q and is nowhere");
  }

  @Test
  void a_message_that_no_commit_holds_must_not_be_lost_either() {
    assertThat(finding(holding().sent("q", "m9", Fate.LOST)).violations()).isEqualTo(1);
  }

  private static Story holding(Outgoing... messages) {
    return new Story().stream("order/o1", List.of(commit(1, "a", "x", messages)));
  }

  private static Finding finding(Story story) {
    return story.examinedBy(new NothingIsNowhere());
  }
}
