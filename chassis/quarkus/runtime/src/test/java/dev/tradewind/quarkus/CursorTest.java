package dev.tradewind.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Check;
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

  private record Query(String customer, Optional<Instant> from, boolean newestFirst) {}

  private record Place(String text) {

    Place {
      Check.that(text.matches("[\\w:.-]+/[0-9a-f-]+"), "a place is a time, a slash and an id");
    }
  }

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Query MINE = new Query("c-1", Optional.empty(), true);

  private final String position = NOON + "/3f2b8c1e-7a54-5d0f-9c3b-1e6a2d4f8b90";
  private final String cursor = Cursor.write(MINE, position);

  private static Place read(Query query, String cursor) {
    return Cursor.read(query, cursor, Place::new);
  }

  @Test
  void leads_back_to_its_position_and_needs_no_escaping_in_a_url() {
    assertThat(read(MINE, cursor)).isEqualTo(new Place(position));
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
  }

  static Stream<Query> others() {
    return Stream.of(new Query("c-2", Optional.empty(), true), new Query("c-1", Optional.of(NOON), true), new Query("c-1", Optional.empty(), false));
  }

  @ParameterizedTest
  @MethodSource("others")
  void does_not_fit_another_list(Query other) {
    refused("belongs to another list", () -> read(other, cursor));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "garbage", "%%%", "☕", "eyJ4IjoxfQ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void garbage_is_called_so(String garbage) {
    refused("is not one of ours", () -> read(MINE, garbage));
  }

  @Test
  void nor_is_a_page_of_text_decoded() {
    refused("is not one of ours", () -> read(MINE, "A".repeat(100_000)));
  }

  @Test
  void what_was_written_for_another_kind_of_list_is_no_position_here() {
    refused("is not one of ours", () -> read(MINE, Cursor.write(MINE, "somewhere")));
  }

  @Test
  void a_change_of_any_character_is_noticed() {
    IntStream.range(0, cursor.length()).forEach(i -> {
      var changed = cursor.substring(0, i) + (cursor.charAt(i) == 'Q' ? 'w' : 'Q') + cursor.substring(i + 1);
      assertThatThrownBy(() -> read(MINE, changed)).as("at %d", i).isInstanceOf(Problem.class);
    });
  }

  @Test
  void another_position_with_the_marks_of_this_one_is_noticed() {
    var text = new String(Base64.getUrlDecoder().decode(cursor)).replace("2026-03-01", "2020-03-01");
    var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());

    refused("was changed", () -> read(MINE, forged));
  }

  private static void refused(String why, Runnable reading) {
    assertThatThrownBy(reading::run).isInstanceOfSatisfying(Problem.class, problem -> {
      assertThat(problem.status()).isEqualTo(400);
      assertThat(problem.code()).isEqualTo("invalid-cursor");
      assertThat(problem).hasMessageContaining(why);
    });
  }
}
