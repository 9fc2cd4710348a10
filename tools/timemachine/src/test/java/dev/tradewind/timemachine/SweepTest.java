package dev.tradewind.timemachine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.janitor.Report;
import dev.tradewind.janitor.domain.Finding;
import dev.tradewind.janitor.domain.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {

  private static Report report(List<Finding> findings, long more, List<String> problems) {
    return new Report(Story.NOW, Map.of("orders judged", 12_345L, "commits in the journals", 7L),
        findings.isEmpty() ? Map.of() : Map.of(findings.getFirst().kind(), findings.size() + more), findings, problems);
  }

  @Test
  void where_nothing_drifted_it_says_what_was_looked_at() {
    assertThat(SweepReport.lines(report(List.of(), 0, List.of()))).containsExactly(
        "           7  commits in the journals", "      12,345  orders judged", "", "Nothing drifted apart.");
  }

  @Test
  void each_kind_of_drift_is_told_with_what_and_where_and_what_to_do() {
    assertThat(SweepReport.lines(report(List.of(new Finding(Kind.GAP, "order/o-1", "version 2 is missing")), 0, List.of()))).containsSubsequence(
        "", "gap: 1", "  order/o-1: version 2 is missing", "  what to do: " + Kind.GAP.advice(), "",
        "1 things drifted apart, 0 problems in the archive. Nothing was repaired.");
  }

  @Test
  void of_many_the_first_are_shown() {
    var findings = IntStream.range(0, 25).mapToObj(i -> new Finding(Kind.GAP, "order/o-" + i, "a gap")).toList();
    assertThat(SweepReport.lines(report(findings, 75, List.of()))).contains("gap: 100", "  order/o-19: a gap", "  and 80 more")
        .doesNotContain("  order/o-20: a gap");
  }

  @Test
  void what_could_not_be_tidied_up_is_not_good_either() {
    var report = report(List.of(), 0, List.of("events/x is gone"));
    assertThat(report.isGood()).isFalse();
    assertThat(SweepReport.lines(report)).contains("the archive: events/x is gone",
        "0 things drifted apart, 1 problems in the archive. Nothing was repaired.");
  }

  @ParameterizedTest
  @CsvSource({"--since,yesterday,--since is", "--since,2027-01-01T00:00:00Z,in the future", "--grace,-1,0 or more",
      "--merge-after,-1,0 or more",
      "--delete-after,-1,0 or more", "--grace,soon,--grace"})
  void a_wrong_question_is_named(String option, String value, String message) {
    var told = Story.told().sweep(option, value);
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.errors()).contains(message);
    assertThat(told.out()).isEmpty();
  }

  @Test
  void help_says_what_the_exit_codes_mean() {
    assertThat(Story.told().sweep("--help").exitCode()).isZero();
    assertThat(Story.told().sweep("--help").out()).contains("./tradewind janitor", "--since", "--json", "Exits with 0");
  }
}
