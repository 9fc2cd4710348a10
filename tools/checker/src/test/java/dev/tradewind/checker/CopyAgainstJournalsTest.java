package dev.tradewind.checker;

import static dev.tradewind.checker.Story.commit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.checker.Logged.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyAgainstJournalsTest {

  @Test
  void a_log_that_holds_what_the_journals_hold_is_equal_and_both_are_counted() {
    var finding = finding(story().logged());

    assertThat(finding.held()).isTrue();
    assertThat(finding.name()).endsWith("equal in journal and log");
    assertThat(finding.lookedAt()).as("three commits, three records").isEqualTo(6);
  }

  @Test
  void without_a_log_nothing_is_said_about_it() {
    assertThat(finding(story()).name()).doesNotContain("log");
    assertThat(finding(story()).held()).isTrue();
  }

  @Test
  void an_empty_log_holds_nothing_of_what_was_committed() {
    assertThat(finding(new Story().logged().stream("order/o1", "x")).examples()).containsExactly("stream order/o1 of orders is not in the log");
  }

  @Test
  void a_commit_that_was_never_put_is_seen() {
    var story = story().logged().stream("order/o9", List.of(commit(1, "a", "x"), commit(2, "b", "y")));

    assertThat(finding(story.logged("orders", "order/o9", entry(1, "a x"))).examples()).containsExactly("version 2 of stream order/o9 is not in the log");
  }

  @Test
  void a_commit_that_was_put_with_other_content_is_seen_also_beside_the_right_one() {
    var story = story().logged().stream("order/o9", List.of(commit(1, "a", "x")));

    assertThat(finding(story.logged("orders", "order/o9", entry(1, "a x"), entry(1, "a z"))).examples())
        .containsExactly("version 1 of stream order/o9 is in the log with other content");
  }

  @Test
  void a_version_that_the_journal_has_not_is_seen() {
    var story = story().logged().stream("order/o9", List.of(commit(1, "a", "x")));

    assertThat(finding(story.logged("orders", "order/o9", entry(2, "b y"), entry(1, "a x"))).examples())
        .containsExactly("the log holds version 2 of stream order/o9, which the journal has not");
  }

  @Test
  void a_stream_that_the_journal_has_not_is_seen() {
    assertThat(finding(story().logged().logged("payments", "payment/o9", entry(1, "a x"))).examples())
        .containsExactly("the log holds stream payment/o9, which the journal of payments has not");
  }

  @Test
  void a_stream_belongs_to_one_service() {
    var story = story().logged().stream("order/o9", List.of(commit(1, "a", "x")));

    assertThat(finding(story.logged("payments", "order/o9", entry(1, "a x"))).examples())
        .containsExactly("stream order/o9 of orders is in the log as one of payments");
    assertThat(finding(story().logged().logged("payments", "order/o1")).examples()).contains("the log tells stream order/o1 of two services");
  }

  @Test
  void the_archive_is_compared_by_itself() {
    var story = story().logged().archived();

    assertThat(finding(story).name()).endsWith("equal in journal and log and archive");
    assertThat(finding(story).lookedAt()).as("three commits, and each twice again").isEqualTo(9);
    assertThat(finding(story.archived("payments", "payment/o9", entry(1, "a x"))).examples())
        .containsExactly("the archive holds stream payment/o9, which the journal of payments has not");
  }

  @Test
  void what_the_log_forgot_before_it_was_archived_is_seen() {
    assertThat(finding(new Story().logged().archived().stream("order/o1", "x")).examples())
        .containsExactly("stream order/o1 of orders is not in the log", "stream order/o1 of orders is not in the archive");
  }

  @Test
  void a_replay_that_adds_to_the_log_is_seen() {
    var before = story().logged().evidence();
    var after = story().logged().logged("orders", "order/o7", entry(1, "a x")).evidence();

    assertThat(Checker.unchanged(before, before).held()).isTrue();
    assertThat(Checker.unchanged(before, after).examples()).containsExactly("log of stream order/o7 is new");
  }

  private static Story story() {
    return new Story().stream("order/o1", "x", "y").stream("payment/o1", "x");
  }

  private static Entry entry(long version, String content) {
    return new Entry(version, content);
  }

  private static Finding finding(Story story) {
    return story.examinedBy(new GaplessStreams());
  }
}
