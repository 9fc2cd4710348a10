package dev.tradewind.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final Finding HELD = new Finding(1, "orders end", 3, 0, List.of());
  private static final Finding BROKEN = new Finding(2, "money is right", 4, 1, List.of("order o1 was captured twice"));

  @Test
  void holds_when_every_finding_does() {
    assertThat(new Verdict(List.of(HELD)).held()).isTrue();
    assertThat(new Verdict(List.of(HELD, BROKEN)).held()).isFalse();
  }

  @Test
  void is_in_the_order_of_the_numbers() {
    assertThat(new Verdict(List.of(BROKEN)).plus(HELD).findings()).containsExactly(HELD, BROKEN);
  }

  @Test
  void adds_up_what_was_found_in_many_worlds() {
    var sum = new Verdict(List.of(HELD, BROKEN)).plus(new Verdict(List.of(HELD, BROKEN)));

    assertThat(sum.findings()).containsExactly(
        new Finding(1, "orders end", 6, 0, List.of()),
        new Finding(2, "money is right", 8, 2, List.of("order o1 was captured twice", "order o1 was captured twice")));
  }

  @Test
  void does_not_add_findings_of_different_invariants() {
    assertThatIllegalArgumentException().isThrownBy(() -> HELD.plus(BROKEN)).withMessageContaining("finding 2 cannot be added to finding 1");
  }

  @Test
  void keeps_few_examples_however_many_are_added() {
    var many = new Finding(1, "orders end", 30, 20, IntStream.range(0, 20).mapToObj(i -> "order " + i).toList());

    assertThat(many.plus(many).examples()).hasSize(Finding.MOST_EXAMPLES).contains("order 0").doesNotHaveDuplicates();
    assertThat(many.plus(many).violations()).isEqualTo(40);
  }

  @Test
  void shows_every_finding_and_what_breaks_it() {
    assertThat(new Verdict(List.of(HELD, BROKEN)).table()).isEqualTo("""
         #      looked at   violations  invariant
         1              3            0  orders end
         2              4            1  money is right
              ! order o1 was captured twice
        """);
  }

  @Test
  void says_how_many_more_there_are() {
    assertThat(new Verdict(List.of(new Finding(1, "orders end", 30, 25, List.of("order 0")))).table()).contains("! and 24 more");
  }

  @Test
  void a_broken_world_is_described_only_in_part() {
    var story = new Story();
    IntStream.range(0, 100).forEach(i -> story.accepted("o" + i, 1));
    var finding = story.examinedBy(new EveryOrderEnds());

    assertThat(finding.violations()).isEqualTo(100);
    assertThat(finding.examples()).hasSize(Finding.MOST_EXAMPLES);
  }
}
