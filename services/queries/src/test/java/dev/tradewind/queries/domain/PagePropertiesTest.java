package dev.tradewind.queries.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.queries.domain.OrderQuery.Scope.InState;
import dev.tradewind.queries.domain.OrderQuery.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Pages that are read one after the other hold every view that fits, once, in order: however the views are spread, and whatever a read shows. */
class PagePropertiesTest {

  /** An index as DynamoDB keeps it: each partition sorted, and read from one position on, so many at a time. */
  private record Index(List<List<OrderView>> partitions, Predicate<OrderView> fits, OrderQuery query) {

    List<Slice> read(Optional<Position> after, int most) {
      return partitions.stream().map(partition -> {
        var rest = partition.stream()
            .filter(view -> after.isEmpty() || query.compare(view.position(), after.get()) >= 0)
            .sorted((one, other) -> query.compare(one.position(), other.position())).toList();
        var seen = rest.subList(0, Math.min(most, rest.size()));
        return new Slice(seen.stream().filter(fits).toList(),
            seen.size() < most ? Optional.empty() : Optional.of(seen.getLast().position()));
      }).toList();
    }
  }

  @Property
  void every_view_is_on_exactly_one_page(
      @ForAll("partitions") List<List<OrderView>> partitions, @ForAll Sort sort, @ForAll @IntRange(min = 1, max = 7) int limit,
      @ForAll @IntRange(min = 2, max = 9) int most, @ForAll @IntRange(min = 1, max = 3) int everyNth) {
    var query = new OrderQuery(new InState(OrderState.PLACED), Optional.empty(), Optional.empty(), Optional.empty(), sort);
    Predicate<OrderView> fits = view -> view.placedAt().getEpochSecond() % everyNth == 0;
    var index = new Index(partitions, fits, query);

    var shown = new ArrayList<OrderView>();
    var after = Optional.<Position>empty();
    do {
      var page = Page.of(query, after, index.read(after, most), limit);
      assertThat(page.views()).hasSizeLessThanOrEqualTo(limit);
      assertThat(page.next()).isNotEqualTo(after.isPresent() ? after : Optional.of("nowhere"));
      shown.addAll(page.views());
      after = page.next();
    } while (after.isPresent());

    assertThat(shown).containsExactlyElementsOf(partitions.stream().flatMap(List::stream).filter(fits)
        .sorted((one, other) -> query.compare(one.position(), other.position())).toList());
  }

  @Provide
  Arbitrary<List<List<OrderView>>> partitions() {
    var view = Combinators.combine(Arbitraries.longs().between(0, 12), Arbitraries.longs())
        .as((second, id) -> new Told(new UUID(0, id).toString(), "c-1", Told.NOON.plusSeconds(second), List.of("MUG")).view(OrderState.PLACED, 1));
    return view.list().uniqueElements(OrderView::orderId).ofMaxSize(30).flatMap(views -> Arbitraries.integers().between(1, 4).map(count -> {
      var partitions = new ArrayList<List<OrderView>>();
      for (int i = 0; i < count; i++) {
        partitions.add(new ArrayList<>());
      }
      views.forEach(one -> partitions.get(Math.floorMod(one.orderId().hashCode(), count)).add(one));
      return List.copyOf(partitions);
    }));
  }
}
