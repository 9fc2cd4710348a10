package dev.tradewind.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ScheduleTest {

  /** That of application.properties. */
  private static final Schedule STANDARD = new Schedule(
      List.of(5L, 300L, 1800L, 7200L, 18_000L, 28_800L, 28_800L).stream().map(Duration::ofSeconds).toList());
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Property
  void a_pause_is_up_to_a_tenth_shorter_and_never_longer(@ForAll String id, @ForAll @IntRange(max = 5) int tries) {
    var pause = STANDARD.pauses().get(tries).toMillis();
    assertThat(Duration.between(NOW, next(id, tries, NOW, Duration.ZERO).orElseThrow()).toMillis()).isBetween(pause * 9 / 10, pause);
  }

  @Property
  void all_attempts_are_made_within_a_day(@ForAll String id) {
    var at = NOW;
    int made = 1;
    for (var next = next(id, 0, at, Duration.ZERO); next.isPresent(); next = next(id, made - 1, at, Duration.ZERO)) {
      at = next.get();
      made++;
    }
    assertThat(made).isEqualTo(8);
    assertThat(Duration.between(NOW, at)).isBetween(Duration.ofHours(21), Duration.ofDays(1));
  }

  @Property
  void what_the_consumer_asks_for_makes_it_later_and_at_most_as_late_as_the_longest_pause(
      @ForAll String id, @ForAll @IntRange(max = 4) int tries, @ForAll @LongRange(min = 1, max = 10_000_000) long seconds) {
    var plain = next(id, tries, NOW, Duration.ZERO).orElseThrow();
    var asked = next(id, tries, NOW, Duration.ofSeconds(seconds)).orElseThrow();
    assertThat(asked).isAfterOrEqualTo(plain).isBeforeOrEqualTo(NOW.plus(Duration.ofHours(8)));
    assertThat(asked).isAfterOrEqualTo(NOW.plusSeconds(Math.min(seconds, 28_800)));
  }

  @Example
  void what_is_told_together_is_not_tried_again_together() {
    assertThat(next("a", 2, NOW, Duration.ZERO)).isNotEqualTo(next("b", 2, NOW, Duration.ZERO));
  }

  @Example
  void after_a_day_there_is_no_more() {
    assertThat(STANDARD.next("a", 3, NOW.minus(Duration.ofHours(23)), NOW, Optional.empty())).isEmpty();
    assertThat(next("a", 7, NOW, Duration.ZERO)).isEmpty();
  }

  @Example
  void a_schedule_has_pauses() {
    assertThatThrownBy(() -> new Schedule(List.of())).hasMessageStartingWith("a schedule has one pause or more");
    assertThatThrownBy(() -> new Schedule(List.of(Duration.ZERO))).hasMessageStartingWith("a schedule has one pause or more");
  }

  private static Optional<Instant> next(String id, int tries, Instant now, Duration retryAfter) {
    return STANDARD.next(id, tries, NOW, now, Optional.of(retryAfter));
  }
}
