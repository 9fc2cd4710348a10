package dev.tradewind.queries.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.queries.domain.OrderQuery.Scope.InState;
import dev.tradewind.queries.domain.OrderQuery.Scope.OfCustomer;
import dev.tradewind.queries.domain.OrderQuery.Sort;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CursorTest {

  private static final OrderQuery MINE = new OrderQuery(
      new OfCustomer("c-1", Optional.empty()), Optional.empty(), Optional.empty(), Optional.empty(), Sort.NEWEST);

  private final Position position = Position.of(Told.NOON, "3f2b8c1e-7a54-5d0f-9c3b-1e6a2d4f8b90");
  private final String cursor = Cursor.write(MINE, position);

  @Test
  void leads_back_to_its_position_and_needs_no_escaping_in_a_url() {
    assertThat(Cursor.read(MINE, cursor)).isEqualTo(position);
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
  }

  static Stream<OrderQuery> others() {
    var none = Optional.<Instant>empty();
    return Stream.of(
        new OrderQuery(new OfCustomer("c-2", Optional.empty()), none, none, Optional.empty(), Sort.NEWEST),
        new OrderQuery(new OfCustomer("c-1", Optional.of(OrderState.PLACED)), none, none, Optional.empty(), Sort.NEWEST),
        new OrderQuery(new InState(OrderState.PLACED), none, none, Optional.empty(), Sort.NEWEST),
        new OrderQuery(MINE.scope(), Optional.of(Told.NOON), none, Optional.empty(), Sort.NEWEST),
        new OrderQuery(MINE.scope(), none, Optional.of(Told.NOON), Optional.empty(), Sort.NEWEST),
        new OrderQuery(MINE.scope(), none, none, Optional.of("MUG"), Sort.NEWEST),
        new OrderQuery(MINE.scope(), none, none, Optional.empty(), Sort.OLDEST));
  }

  @ParameterizedTest
  @MethodSource("others")
  void does_not_fit_another_list(OrderQuery other) {
    assertThatThrownBy(() -> Cursor.read(other, cursor)).isInstanceOf(Cursor.Unfit.class).hasMessageContaining("belongs to another list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "garbage", "%%%", "☕", "eyJ4IjoxfQ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void garbage_is_called_so(String garbage) {
    assertThatThrownBy(() -> Cursor.read(MINE, garbage)).isInstanceOf(Cursor.Unfit.class).hasMessageContaining("is not one of ours");
  }

  @Test
  void nor_is_a_page_of_text_decoded() {
    assertThatThrownBy(() -> Cursor.read(MINE, "A".repeat(100_000))).isInstanceOf(Cursor.Unfit.class);
  }

  @Test
  void a_change_of_any_character_is_noticed() {
    IntStream.range(0, cursor.length()).forEach(i -> {
      var changed = cursor.substring(0, i) + (cursor.charAt(i) == 'Q' ? 'w' : 'Q') + cursor.substring(i + 1);
      assertThatThrownBy(() -> Cursor.read(MINE, changed)).as("at %d", i).isInstanceOf(Cursor.Unfit.class);
    });
  }

  @Test
  void another_position_with_the_marks_of_this_one_is_noticed() {
    var text = new String(Base64.getUrlDecoder().decode(cursor)).replace("2026-03-01", "2020-03-01");
    var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());

    assertThatThrownBy(() -> Cursor.read(MINE, forged)).isInstanceOf(Cursor.Unfit.class).hasMessageContaining("was changed");
  }
}
