package dev.tradewind.checker;

import static dev.tradewind.checker.Story.commit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.checker.Sending.Fate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void the_same_twice_is_unchanged() {
    var finding = after(story -> story);

    assertThat(finding.number()).isEqualTo(6);
    assertThat(finding.held()).isTrue();
    assertThat(finding.lookedAt()).as("stream, ledger, parcel, counter, token, answer").isEqualTo(6);
  }

  @Test
  void the_order_in_which_things_are_read_does_not_matter() {
    var before = new Story().delivered("o1", 500).delivered("o2", 300);
    var after = new Story().delivered("o2", 300).delivered("o1", 500);

    assertThat(Checker.unchanged(before.evidence(), after.evidence()).held()).isTrue();
  }

  @Test
  void the_order_of_what_the_provider_did_for_one_order_matters() {
    var before = new Story().authorized("o1", 500).voided("o1", 500);
    var after = new Story().voided("o1", 500).authorized("o1", 500);

    assertThat(Checker.unchanged(before.evidence(), after.evidence()).examples()).containsExactly("ledger of order o1 changed");
  }

  @Test
  void another_commit_is_seen() {
    var before = new Story().stream("order/o1", List.of(commit(1, "a", "x")));
    var after = new Story().stream("order/o1", List.of(commit(1, "a", "x"), commit(2, "b", "y")));

    assertThat(Checker.unchanged(before.evidence(), after.evidence()).examples()).containsExactly("stream order/o1 changed");
  }

  @Test
  void a_new_stream_is_seen() {
    assertThat(after(story -> story.order("o2", "OrderPlaced")).examples()).containsExactly("stream order/o2 is new");
  }

  @Test
  void a_stream_that_is_gone_is_seen() {
    var before = new Story().order("o1", "OrderPlaced");

    assertThat(Checker.unchanged(before.evidence(), new Story().evidence()).examples()).containsExactly("stream order/o1 is gone");
  }

  @Test
  void another_charge_is_seen() {
    assertThat(after(story -> story.captured("o1", 500)).examples()).containsExactly("ledger of order o1 changed");
    assertThat(after(story -> story.captured("o2", 500)).examples()).containsExactly("ledger of order o2 is new");
  }

  @Test
  void another_parcel_is_seen() {
    assertThat(after(story -> story.parcel("o1", Parcel.Status.BOOKED)).examples()).containsExactly("parcel of order o1 changed");
  }

  @Test
  void another_count_is_seen() {
    var before = new Story().counter("c0", "kettle", 5, 5);
    var after = new Story().counter("c0", "kettle", 4, 5);

    assertThat(Checker.unchanged(before.evidence(), after.evidence()).examples()).containsExactly("counter c0 changed");
  }

  @Test
  void another_token_is_seen() {
    assertThat(after(story -> story.token("o2", Token.State.RESERVED, 1)).examples()).containsExactly("token of order o2 is new");
  }

  @Test
  void another_answer_is_seen() {
    assertThat(after(story -> story.asked("key of o1", "A", 500, 202, "o2")).violations()).isEqualTo(1);
    assertThat(after(story -> story.asked("key of o1", "A", 500, 422, "")).violations()).isEqualTo(1);
  }

  @Test
  void a_failure_is_no_answer() {
    assertThat(after(story -> story.asked("key of o1", "A", 500, 503, "").unanswered("key of o1", "A")).held()).isTrue();
  }

  @Test
  void another_question_may_have_another_answer() {
    assertThat(after(story -> story.asked("key of o1", "B", 500, 422, "")).held()).isTrue();
  }

  @Test
  void more_sendings_change_nothing() {
    assertThat(after(story -> story.sent("q", "m1", Fate.PROCESSED)).held()).isTrue();
  }

  private static Finding after(UnaryOperator<Story> happened) {
    return Checker.unchanged(world().evidence(), happened.apply(world()).evidence());
  }

  private static Story world() {
    return new Story().delivered("o1", 500).counter("c0", "kettle", 9, 10);
  }
}
