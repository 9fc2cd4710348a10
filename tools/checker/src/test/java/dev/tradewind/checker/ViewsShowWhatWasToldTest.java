package dev.tradewind.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewsShowWhatWasToldTest {

  private static final Map<String, Object> TOLD = Map.of("o1", "3 CANCELLED", "o2", "9 DELIVERED");

  @Test
  void views_that_show_what_was_told_last_hold() {
    var finding = finding(TOLD);

    assertThat(finding.held()).isTrue();
    assertThat(finding.lookedAt()).isEqualTo(2);
  }

  @Test
  void an_order_without_a_view_is_seen() {
    assertThat(finding(Map.of("o1", "3 CANCELLED")).examples()).containsExactly("order o2 has no view");
  }

  @Test
  void a_view_that_shows_something_older_is_seen() {
    assertThat(finding(Map.of("o1", "3 CANCELLED", "o2", "8 DISPATCHED")).examples())
        .containsExactly("the view of order o2 is 8 DISPATCHED, and what was told last is 9 DELIVERED");
  }

  @Test
  void a_view_of_nothing_is_seen() {
    assertThat(finding(Map.of("o1", "3 CANCELLED", "o2", "9 DELIVERED", "o3", "1 PLACED")).examples())
        .containsExactly("there is a view of order o3, of which nothing was told");
  }

  @Test
  void where_there_are_no_views_nothing_is_said_about_them() {
    assertThat(Checker.check(new Story().evidence()).findings()).extracting(Finding::number).doesNotContain(9);
    assertThat(Checker.check(new Story().views(TOLD, TOLD).evidence()).findings()).extracting(Finding::number).contains(9);
  }

  @Test
  void a_replay_that_changes_a_view_is_seen() {
    var before = new Story().views(TOLD, TOLD).evidence();
    var after = new Story().views(Map.of("o1", "3 CANCELLED", "o2", "8 DISPATCHED"), TOLD).evidence();

    assertThat(Checker.unchanged(before, after).examples()).containsExactly("view of order o2 changed");
  }

  private static Finding finding(Map<String, Object> shown) {
    return ViewsShowWhatWasTold.examine(new Views(shown, TOLD));
  }
}
