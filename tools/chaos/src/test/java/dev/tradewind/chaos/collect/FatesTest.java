package dev.tradewind.chaos.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.chaos.collect.Queues.Content;
import dev.tradewind.checker.Sending;
import dev.tradewind.checker.Sending.Fate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FatesTest {

  private static final Content EMPTY = new Content(0, 0);

  @ParameterizedTest
  @EnumSource(value = Fate.class, mode = Mode.EXCLUDE, names = "WAITING")
  void what_is_known_stays(Fate fate) {
    assertThat(fates(EMPTY, List.of(), List.of(new Sending("q", "m", fate)))).containsExactly(Map.entry("m", fate));
  }

  @Test
  void what_lies_in_the_dead_letter_queue_is_dead() {
    assertThat(fates(EMPTY, List.of(new Dead("q", "m", "")), waiting("m"))).containsExactly(Map.entry("m", Fate.DEAD));
  }

  @Test
  void what_is_dead_in_another_queue_is_not_dead_here() {
    assertThat(fates(EMPTY, List.of(new Dead("other", "m", "")), waiting("m"))).containsExactly(Map.entry("m", Fate.LOST));
  }

  @Test
  void what_is_in_no_queue_is_lost() {
    assertThat(fates(EMPTY, List.of(), waiting("m"))).containsExactly(Map.entry("m", Fate.LOST));
  }

  @Test
  void what_the_queue_still_holds_waits() {
    assertThat(fates(new Content(1, 0), List.of(), waiting("m"))).containsExactly(Map.entry("m", Fate.WAITING));
  }

  @Test
  void deadlines_are_what_is_not_due() {
    assertThat(fates(new Content(0, 1), List.of(), waiting("m", "deadline")))
        .containsExactlyInAnyOrder(Map.entry("deadline", Fate.DELAYED), Map.entry("m", Fate.LOST));
  }

  @Test
  void more_open_messages_than_the_queue_holds_are_lost() {
    assertThat(fates(new Content(1, 1), List.of(), waiting("a", "b", "c"))).extracting(Map.Entry::getValue)
        .containsExactlyInAnyOrder(Fate.DELAYED, Fate.WAITING, Fate.LOST);
  }

  @Test
  void each_queue_is_counted_by_itself() {
    var fates = new Fates(List.of(), queue -> queue.equals("full") ? new Content(1, 0) : EMPTY, Set.of());

    assertThat(fates.settle(List.of(new Sending("full", "m", Fate.WAITING), new Sending("empty", "m", Fate.WAITING)))).containsExactlyInAnyOrder(
        new Sending("full", "m", Fate.WAITING), new Sending("empty", "m", Fate.LOST));
  }

  private static List<Map.Entry<String, Fate>> fates(Content content, List<Dead> dead, List<Sending> sendings) {
    return new Fates(dead, queue -> content, Set.of("deadline")).settle(sendings).stream()
        .map(sending -> Map.entry(sending.messageId(), sending.fate())).toList();
  }

  private static List<Sending> waiting(String... ids) {
    return Arrays.stream(ids).map(id -> new Sending("q", id, Fate.WAITING)).toList();
  }
}
