package dev.tradewind.cloudmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BackoffTest {

  private static final Duration BASE = Duration.ofMillis(500);
  private static final Duration CAP = Duration.ofSeconds(10);

  @Property
  void a_pause_is_between_half_and_all_of_what_doubles_up_to_the_cap(
      @ForAll @IntRange(min = 1, max = 1_000_000) int attempts, @ForAll @DoubleRange(max = 1) double chance) {
    var most = attempts > 5 ? CAP : BASE.multipliedBy(1L << (attempts - 1));
    assertThat(new Backoff(BASE, CAP, () -> chance).after(attempts)).isBetween(most.dividedBy(2), most);
  }
}
