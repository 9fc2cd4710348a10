package dev.tradewind.quarkus.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  @Property
  void no_pause_is_longer_than_its_limit(@ForAll long seed, @ForAll @IntRange(min = 1, max = 1_000) int retry) {
    var pause = new BackOff(FIRST, LONGEST, new SplittableRandom(seed)).before(retry);

    assertThat(pause).isBetween(Duration.ZERO, LONGEST);
    assertThat(pause).isLessThanOrEqualTo(FIRST.multipliedBy(1L << Math.min(retry - 1, 10)));
  }

  @Test
  void pauses_are_drawn_from_the_whole_of_a_limit_that_doubles() {
    var backOff = new BackOff(FIRST, LONGEST, new SplittableRandom(1));

    assertThat(List.of(1, 2, 3)).allSatisfy(retry -> {
      var limit = FIRST.multipliedBy(1L << (retry - 1));
      var pauses = IntStream.range(0, 1_000).mapToObj(n -> backOff.before(retry)).toList();
      assertThat(pauses).anyMatch(pause -> pause.compareTo(limit.dividedBy(10)) < 0)
          .anyMatch(pause -> pause.compareTo(limit.multipliedBy(9).dividedBy(10)) > 0);
    });
  }
}
