package dev.tradewind.janitor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {

  @Test
  void the_same_drift_has_the_same_id_and_another_has_another() {
    var finding = new Finding(Kind.GAP, "order/o-1", "version 3 is missing");
    assertThat(finding.id()).isEqualTo(new Finding(Kind.GAP, "order/o-1", "version 3 is missing").id());
    assertThat(List.of(finding.id(), new Finding(Kind.CHANGED, "order/o-1", "version 3 is missing").id(),
        new Finding(Kind.GAP, "order/o-2", "version 3 is missing").id(), new Finding(Kind.GAP, "order/o-1", "version 4 is missing").id()))
        .doesNotHaveDuplicates();
  }

  @Test
  void every_kind_says_what_to_do() {
    assertThat(Arrays.stream(Kind.values())).allSatisfy(kind -> {
      assertThat(kind.advice()).hasSizeGreaterThan(30);
      assertThat(kind.label()).matches("[a-z]+(-[a-z]+)*");
    });
  }

  @Test
  void of_many_findings_the_first_are_kept_and_all_are_counted() {
    var notes = new Notes(2);
    for (int i = 0; i < 5; i++) {
      notes.found(Kind.GAP, "order/o-" + i, "a gap");
    }
    assertThat(notes.findings()).extracting(Finding::where).containsExactly("order/o-0", "order/o-1");
    assertThat(notes.drift()).containsEntry(Kind.GAP, 5L);
  }
}
