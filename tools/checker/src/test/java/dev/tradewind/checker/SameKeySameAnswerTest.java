package dev.tradewind.checker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameKeySameAnswerTest {

  @Test
  void a_repeat_hears_the_same_order() {
    var finding = finding(accepted("k1", "A", "o1").asked("k1", "A", 1, 202, "o1"));

    assertThat(finding.held()).isTrue();
    assertThat(finding.lookedAt()).as("requests").isEqualTo(2);
  }

  @Test
  void a_repeat_that_hears_another_order_is_seen() {
    assertThat(finding(accepted("k1", "A", "o1").asked("k1", "A", 1, 202, "o2")).examples())
        .containsExactly("key k1 was accepted as order o1 and as order o2");
  }

  @Test
  void another_content_is_refused() {
    assertThat(finding(accepted("k1", "A", "o1").asked("k1", "B", 1, 422, "")).held()).isTrue();
  }

  @Test
  void another_content_that_is_accepted_is_seen() {
    assertThat(finding(accepted("k1", "A", "o1").asked("k1", "B", 1, 202, "o1")).examples())
        .containsExactly("key k1 was accepted with contents A and B");
    assertThat(finding(accepted("k1", "A", "o1").asked("k1", "B", 1, 202, "o2")).violations()).isEqualTo(1);
  }

  @Test
  void a_repeat_that_is_refused_is_seen() {
    assertThat(finding(accepted("k1", "A", "o1").asked("k1", "A", 1, 422, "")).examples())
        .containsExactly("key k1 with content A was accepted as order o1 and refused");
    assertThat(finding(new Story().asked("k1", "A", 1, 422, "").unanswered("k1", "B").asked("k1", "A", 1, 202, "o1")).violations()).isEqualTo(1);
  }

  @Test
  void a_refusal_needs_another_content_that_came_first() {
    assertThat(finding(new Story().asked("k1", "A", 1, 422, "")).examples())
        .containsExactly("key k1: every content sent under it was refused for another one");
    assertThat(finding(new Story().asked("k1", "A", 1, 422, "").asked("k1", "B", 1, 422, "")).violations()).isEqualTo(1);
  }

  @Test
  void the_one_that_came_first_may_be_the_one_that_heard_nothing() {
    assertThat(finding(new Story().unanswered("k1", "A").asked("k1", "B", 1, 422, "")).held()).isTrue();
  }

  @Test
  void lost_answers_and_failures_promise_nothing() {
    assertThat(finding(new Story().unanswered("k1", "A").asked("k1", "A", 1, 503, "").asked("k1", "A", 1, 202, "o1")).held()).isTrue();
    assertThat(finding(accepted("k1", "A", "o1").asked("k1", "A", 1, 500, "")).held()).isTrue();
  }

  @Test
  void two_keys_are_two_orders() {
    assertThat(finding(accepted("k1", "A", "o1").asked("k2", "A", 1, 202, "o2")).held()).isTrue();
    assertThat(finding(accepted("k1", "A", "o1").asked("k2", "A", 1, 202, "o1")).examples())
        .containsExactly("order o1 was accepted under key k1 and under key k2");
  }

  private static Story accepted(String key, String content, String order) {
    return new Story().asked(key, content, 1, 202, order);
  }

  private static Finding finding(Story story) {
    return story.examinedBy(new SameKeySameAnswer());
  }
}
