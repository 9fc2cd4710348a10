package dev.tradewind.checker;

import static dev.tradewind.checker.Story.commit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GaplessStreamsTest {

  @Test
  void versions_count_from_1() {
    var finding = finding(new Story().stream("order/o1", "a", "b", "c").stream("payment/o1", "a"));

    assertThat(finding.held()).isTrue();
    assertThat(finding.lookedAt()).as("commits").isEqualTo(4);
  }

  @Test
  void a_missing_commit_is_seen() {
    assertThat(finding(stream(commit(1, "a", "x"), commit(3, "b", "x"))).examples())
        .containsExactly("stream order/o1 has version 3 where 2 was expected");
  }

  @Test
  void a_missing_first_commit_is_seen() {
    assertThat(finding(stream(commit(2, "a", "x"), commit(3, "b", "x"))).examples())
        .containsExactly("stream order/o1 has version 2 where 1 was expected");
  }

  @Test
  void two_commits_of_one_version_are_seen() {
    assertThat(finding(stream(commit(1, "a", "x"), commit(1, "b", "x"))).examples())
        .containsExactly("stream order/o1 has version 1 where 2 was expected");
  }

  @Test
  void a_cause_that_was_handled_twice_is_seen() {
    assertThat(finding(stream(commit(1, "a", "x"), commit(2, "b", "x"), commit(3, "a", "x"))).examples())
        .containsExactly("stream order/o1 has cause a again in version 3");
  }

  @Test
  void one_cause_may_change_many_streams() {
    assertThat(finding(new Story().stream("order/o1", "x").stream("order/o2", "x")).held()).isTrue();
  }

  @Test
  void a_stream_exists_once() {
    assertThat(finding(new Story().stream("order/o1", "x").stream("order/o1", "x")).examples())
        .containsExactly("stream order/o1 exists twice");
  }

  @Test
  void a_stream_without_commits_is_no_stream() {
    assertThat(finding(stream()).examples()).containsExactly("stream order/o1 holds no commit");
  }

  private static Story stream(Stream.Commit... commits) {
    return new Story().stream("order/o1", List.of(commits));
  }

  private static Finding finding(Story story) {
    return story.examinedBy(new GaplessStreams());
  }
}
