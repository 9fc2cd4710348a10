package dev.tradewind.cloudmap;

import static dev.tradewind.cloudmap.Entries.entry;
import static dev.tradewind.cloudmap.Entries.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailingTest {

  private static final Duration AVOID_FOR = Duration.ofSeconds(10);

  private final VirtualTime time = new VirtualTime();
  private final Failing failing = new Failing(AVOID_FOR, time);

  @Test
  void one_that_fails_is_avoided_for_a_while() {
    var two = Entries.read(entry(1), entry(2));
    failing.report(two.getFirst());
    time.pass(AVOID_FOR.minusMillis(1));
    assertThat(ids(failing.without(two))).containsExactly("i2");
    time.pass(Duration.ofMillis(1));
    assertThat(ids(failing.without(two))).containsExactly("i1", "i2");
  }

  @Test
  void each_failure_begins_the_while_again() {
    var two = Entries.read(entry(1), entry(2));
    failing.report(two.getFirst());
    time.pass(AVOID_FOR.minusMillis(1));
    failing.report(two.getFirst());
    time.pass(AVOID_FOR.minusMillis(1));
    assertThat(ids(failing.without(two))).containsExactly("i2");
  }

  @Test
  void when_all_fail_all_are_tried() {
    var two = Entries.read(entry(1), entry(2));
    two.forEach(failing::report);
    assertThat(failing.without(two)).isEqualTo(two);
  }

  @Test
  void one_that_is_somewhere_else_now_is_not_avoided() {
    failing.report(Entries.read(entry(1)).getFirst());
    var moved = Entries.read(Entries.with(entry(1), Attributes.PORT, "9090"), entry(2));
    assertThat(ids(failing.without(moved))).containsExactly("i1", "i2");
  }
}
