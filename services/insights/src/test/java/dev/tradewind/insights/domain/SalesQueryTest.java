package dev.tradewind.insights.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.insights.domain.SalesQuery.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Pages that are read one after the other hold every figure of the time, once, in order: however they are spread over periods and partitions. */
class SalesQueryTest {

  private static final Optional<Position> START = Optional.empty();

  /** A table as DynamoDB keeps it: read between two texts of a partition, so many at a time. */
  private static Slice<Figure> read(List<Figure> all, String partition, Span span, Optional<String> sku, int most) {
    var there = all.stream().filter(figure -> figure.of().partition().equals(partition))
        .filter(figure -> figure.position().text().compareTo(span.low()) >= 0 && figure.position().text().compareTo(span.below()) <= 0)
        .sorted(Comparator.comparing(Figure::position)).toList();
    var seen = there.subList(0, Math.min(most, there.size()));
    return new Slice<>(seen.stream().filter(figure -> sku.isEmpty() || sku.get().equals(figure.of().sku())).toList(),
        seen.size() < most ? Optional.empty() : Optional.of(seen.getLast().position()));
  }

  @Property(tries = 300)
  void every_figure_is_on_exactly_one_page(
      @ForAll("figures") List<Figure> all, @ForAll @IntRange(min = 1, max = 5) int limit, @ForAll @IntRange(min = 2, max = 6) int most,
      @ForAll @IntRange(min = 0, max = 200) int fromMinute, @ForAll @IntRange(min = 1, max = 300) int minutes, @ForAll boolean onlyTea) {
    var from = Told.NOON.plus(Duration.ofMinutes(fromMinute));
    var sku = onlyTea ? Optional.of("TEA") : Optional.<String>empty();
    var query = new SalesQuery(Grain.MINUTE, from, from.plus(Duration.ofMinutes(minutes)), sku, Optional.empty());

    var shown = new ArrayList<Figure>();
    var after = START;
    do {
      var next = START;
      for (var span : query.spans(after)) {
        var slices = span.partitions().stream().map(partition -> read(all, partition, span, sku, most)).toList();
        var page = Page.merge(Comparator.<Position>naturalOrder(), slices, limit);
        assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
        shown.addAll(page.rows());
        next = page.next();
        if (next.isPresent()) {
          break;
        }
      }
      after = next;
    } while (after.isPresent());

    assertThat(shown).containsExactlyElementsOf(all.stream()
        .filter(figure -> !figure.of().start().isBefore(from) && figure.of().start().isBefore(query.to()))
        .filter(figure -> sku.isEmpty() || sku.get().equals(figure.of().sku()))
        .sorted(Comparator.comparing(Figure::position)).toList());
  }

  @Provide
  Arbitrary<List<Figure>> figures() {
    var slot = Combinators.combine(
            Arbitraries.integers().between(0, 400), Arbitraries.of("TEA", "MUG", "MAP-1", "MAP", "A.B"), Arbitraries.of("DE", "NL"))
        .as((minute, sku, region) -> new Slot(Grain.MINUTE, Told.NOON.plus(Duration.ofMinutes(minute)), sku, region, "EUR"));
    return slot.list().uniqueElements().ofMaxSize(40).map(slots -> slots.stream().map(one -> new Figure(one, 1, 2, 3)).toList());
  }

  @Example
  void periods_are_read_in_turn() {
    var query = new SalesQuery(
        Grain.MINUTE, Instant.parse("2026-03-01T22:59:30Z"), Instant.parse("2026-03-02T00:00:00Z"), Optional.of("TEA"), Optional.empty());

    assertThat(query.spans(START)).extracting(span -> span.partitions().getFirst().replaceFirst("/\\d$", ""))
        .containsExactly("minute/2026-03-01T22", "minute/2026-03-01T23");
    assertThat(query.spans(START)).allSatisfy(span -> {
      assertThat(span.partitions()).hasSize(1);
      assertThat(span.low()).isEqualTo("2026-03-01T22:59:00Z");
      assertThat(span.below()).isEqualTo("2026-03-02T00:00:00Z");
    });
  }

  @Example
  void days_are_kept_by_the_month() {
    var query = new SalesQuery(
        Grain.DAY, Instant.parse("2026-01-31T12:00:00Z"), Instant.parse("2026-03-01T00:00:01Z"), Optional.empty(), Optional.empty());

    assertThat(query.spans(START)).extracting(span -> span.partitions().getFirst())
        .containsExactly("day/2026-01/0", "day/2026-02/0", "day/2026-03/0");
    assertThat(query.spans(START)).allSatisfy(span -> assertThat(span.partitions()).hasSize(4));
  }

  @Example
  void a_position_of_long_ago_does_not_lead_back_before_the_beginning() {
    var query = new SalesQuery(Grain.MINUTE, Told.NOON, Told.NOON.plusSeconds(600), Optional.empty(), Optional.empty());

    assertThat(query.spans(Optional.of(new Position("1970-01-01T00:00:00Z/TEA/DE/EUR")))).isEqualTo(query.spans(START)).hasSize(1);
    assertThat(query.spans(Optional.of(new Position("2026-03-01T13:00:00Z/TEA/DE/EUR")))).isEmpty();
  }

  @Example
  void a_time_that_ends_before_it_begins_is_refused() {
    assertThatThrownBy(() -> new SalesQuery(Grain.DAY, Told.NOON, Told.NOON, Optional.empty(), Optional.empty()))
        .hasMessageContaining("from must be before to");
  }
}
