package dev.tradewind.archive.format;

import static dev.tradewind.archive.format.Written.HOUR;
import static dev.tradewind.archive.format.Written.SHARD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunTest {

  private static final long PLENTY = 1_000;

  private static Manifest.Entry batch(int after, int first, int last) {
    return entry(after, first, last, Optional.empty());
  }

  private static Manifest.Entry entry(int after, int first, int last, Optional<Instant> merged) {
    return new Manifest.Entry(new ArchiveKey(HOUR, SHARD, "" + first, "" + last, merged.isPresent()).toString(), Optional.of("" + after), "" + first,
        "" + last, 1, List.of(), 10, "abc", Optional.empty(), Optional.empty(), merged);
  }

  private static List<List<String>> runs(long mostBytes, Manifest.Entry... entries) {
    return Run.of(new Manifest(List.of(entries)), mostBytes).stream()
        .map(run -> run.entries().stream().map(Manifest.Entry::first).toList()).toList();
  }

  @Test
  void objects_that_follow_one_another_are_a_run_in_the_order_of_their_numbers() {
    assertThat(runs(PLENTY, batch(9, 10, 12), batch(0, 1, 5), batch(5, 6, 9))).containsExactly(List.of("1", "6", "10"));
  }

  @Test
  void a_gap_ends_a_run_because_what_lies_in_it_may_come_later() {
    assertThat(runs(PLENTY, batch(0, 1, 2), batch(2, 3, 4), batch(5, 6, 7), batch(7, 8, 9))).containsExactly(List.of("1", "3"), List.of("6", "8"));
  }

  @Test
  void objects_that_overlap_are_no_run() {
    assertThat(runs(PLENTY, batch(0, 1, 5), batch(2, 3, 8))).isEmpty();
  }

  @Test
  void one_object_alone_stays_as_it_is() {
    assertThat(runs(PLENTY, batch(0, 1, 5))).isEmpty();
    assertThat(runs(PLENTY)).isEmpty();
  }

  @Test
  void what_was_merged_is_not_merged_again() {
    var merged = entry(0, 1, 5, Optional.of(HOUR));
    assertThat(runs(PLENTY, merged, batch(5, 6, 7))).isEmpty();
    assertThat(runs(PLENTY, merged, batch(5, 6, 7), batch(7, 8, 9))).containsExactly(List.of("6", "8"));
  }

  @Test
  void a_run_holds_no_more_than_a_reader_can_hold() {
    assertThat(runs(20, Stream.of(1, 2, 3, 4, 5).map(n -> batch(n - 1, n, n)).toArray(Manifest.Entry[]::new)))
        .containsExactly(List.of("1", "2"), List.of("3", "4"));
    assertThat(runs(9, batch(0, 1, 1), batch(1, 2, 2))).isEmpty();
  }
}
