package dev.tradewind.queries.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RhythmTest {

  @Test
  void for_five_seconds_an_order_is_looked_at_five_times_a_second() {
    assertThat(Stream.iterate(Rhythm.lively(), Rhythm::calmer).limit(25).map(Rhythm::pause)).containsOnly(Duration.ofMillis(200));
  }

  @Test
  void then_looks_become_rarer_down_to_one_a_second() {
    assertThat(Stream.iterate(Rhythm.lively(), Rhythm::calmer).skip(24).limit(5).map(Rhythm::pause).map(Duration::toMillis))
        .containsExactly(200L, 400L, 800L, 1_000L, 1_000L);
  }

  @Test
  void to_say_that_the_stream_is_alive_is_no_reason_to_look_more_often() {
    var calm = Stream.iterate(Rhythm.lively(), Rhythm::calmer).filter(Rhythm::isTooQuiet).findFirst().orElseThrow();

    assertThat(calm.spoken().calmer().pause()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void silence_is_the_sum_of_the_pauses_and_too_long_after_fifteen_seconds() {
    var quiet = Stream.iterate(Rhythm.lively(), Rhythm::calmer).filter(Rhythm::isTooQuiet).findFirst().orElseThrow();

    assertThat(quiet.silence()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(16));
    assertThat(quiet.spoken().isTooQuiet()).isFalse();
    assertThat(quiet.spoken().pause()).isEqualTo(quiet.pause());
  }
}
