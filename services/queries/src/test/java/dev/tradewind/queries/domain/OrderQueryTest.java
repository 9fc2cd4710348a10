package dev.tradewind.queries.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.queries.domain.OrderQuery.Scope;
import dev.tradewind.queries.domain.OrderQuery.Scope.InState;
import dev.tradewind.queries.domain.OrderQuery.Scope.OfCustomer;
import dev.tradewind.queries.domain.OrderQuery.Sort;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderQueryTest {

  private static final Scope MINE = new OfCustomer("c-1", Optional.empty());

  @Test
  void a_time_that_begins_the_span_is_in_it_and_one_that_ends_it_is_not() {
    var query = query(MINE, Optional.of(Told.NOON), Optional.of(Told.NOON.plusSeconds(5)));

    assertThat(holds(query, Told.NOON)).isTrue();
    assertThat(holds(query, Told.NOON.minusMillis(1))).isFalse();
    assertThat(holds(query, Told.NOON.plusSeconds(5))).isFalse();
    assertThat(holds(query, Told.NOON.plusSeconds(5).minusMillis(1))).isTrue();
  }

  @Test
  void a_time_between_two_milliseconds_begins_with_the_later_one() {
    var query = query(MINE, Optional.of(Told.NOON.plusNanos(1)), Optional.empty());

    assertThat(holds(query, Told.NOON)).isFalse();
    assertThat(holds(query, Told.NOON.plusMillis(1))).isTrue();
  }

  @Test
  void without_times_every_time_is_in_it() {
    var query = query(MINE, Optional.empty(), Optional.empty());

    assertThat(holds(query, Instant.EPOCH)).isTrue();
    assertThat(holds(query, Instant.parse("9999-12-31T23:59:59.999Z"))).isTrue();
  }

  @Test
  void a_page_goes_on_from_the_position_where_the_last_one_ended() {
    var after = Optional.of(Position.of(Told.NOON, "o"));

    assertThat(query(MINE, Optional.empty(), Optional.empty()).span(after).high()).isEqualTo(after.get().text());
    assertThat(new OrderQuery(MINE, Optional.empty(), Optional.empty(), Optional.empty(), Sort.OLDEST).span(after).low())
        .isEqualTo(after.get().text());
  }

  @Test
  void times_must_come_in_order() {
    assertThatThrownBy(() -> query(MINE, Optional.of(Told.NOON), Optional.of(Told.NOON))).hasMessage("from must be before to");
  }

  @Test
  void what_its_index_does_not_answer_is_filtered() {
    assertThat(query(MINE, Optional.of(Told.NOON), Optional.empty()).filters()).isFalse();
    assertThat(query(new InState(OrderState.PLACED), Optional.empty(), Optional.empty()).filters()).isFalse();
    assertThat(query(new OfCustomer("c-1", Optional.of(OrderState.PLACED)), Optional.empty(), Optional.empty()).filters()).isTrue();
    assertThat(new OrderQuery(MINE, Optional.empty(), Optional.empty(), Optional.of("MUG"), Sort.NEWEST).filters()).isTrue();
  }

  @Test
  void positions_sort_by_time_and_then_by_order() {
    var early = Position.of(Told.NOON, "z");
    var late = Position.of(Told.NOON.plus(Duration.ofMillis(1)), "a");

    assertThat(early).isLessThan(late).isGreaterThan(Position.of(Told.NOON, "y"));
    assertThatThrownBy(() -> new Position("noon")).hasMessageStartingWith("a position is");
  }

  private static boolean holds(OrderQuery query, Instant time) {
    var span = query.span(Optional.empty());
    var text = Position.of(time, "3f2b8c1e-7a54-5d0f-9c3b-1e6a2d4f8b90").text();
    return span.low().compareTo(text) <= 0 && text.compareTo(span.high()) <= 0;
  }

  private static OrderQuery query(Scope scope, Optional<Instant> from, Optional<Instant> to) {
    return new OrderQuery(scope, from, to, Optional.empty(), Sort.NEWEST);
  }
}
