package dev.tradewind.cloudmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the clocks of the instances say, and whenever each of them was killed. */
class HeartbeatsPropertyTest {

  private static final Duration SILENT_AFTER = Duration.ofSeconds(30);
  private static final int STEP_SECONDS = 5;
  private static final int STEPS = 60;

  /** Instances that beat every 10 s by clocks that are wrong; a reader that looks every 5 s. Who is alive at each look. */
  private static List<List<String>> looks(List<Integer> skews, List<Integer> killedAt) {
    var time = new VirtualTime();
    var start = time.instant();
    var heartbeats = new Heartbeats(SILENT_AFTER, time);
    var looks = new ArrayList<List<String>>();
    for (int step = 0; step < STEPS; step++) {
      var entries = new ArrayList<Entry>();
      for (int instance = 0; instance < skews.size(); instance++) {
        entries.add(Entries.beating(instance, beat(start, Math.min(step, killedAt.get(instance)), skews.get(instance))));
      }
      looks.add(heartbeats.alive(entries).stream().map(Entry::id).toList());
      time.pass(Duration.ofSeconds(STEP_SECONDS));
    }
    return looks;
  }

  private static Instant beat(Instant start, int step, int skewSeconds) {
    return start.plusSeconds((long) step / 2 * 2 * STEP_SECONDS + skewSeconds);
  }

  @Property(tries = 300)
  void who_beats_is_alive_from_the_first_beat_that_is_seen(
      @ForAll @Size(4) List<@IntRange(min = -7_200, max = 7_200) Integer> skews,
      @ForAll @Size(3) List<@IntRange(min = 0, max = 59) Integer> killedAt) {
    var killed = new ArrayList<>(killedAt);
    killed.add(STEPS);
    assertThat(looks(skews, killed).stream().skip(3)).allSatisfy(alive -> assertThat(alive).contains("i3"));
  }

  @Property(tries = 300)
  void who_is_killed_is_silent_before_long_while_another_beats(
      @ForAll @Size(4) List<@IntRange(min = -7_200, max = 7_200) Integer> skews,
      @ForAll @Size(3) List<@IntRange(min = 0, max = 40) Integer> killedAt) {
    var killed = new ArrayList<>(killedAt);
    killed.add(STEPS);
    assertThat(looks(skews, killed).getLast()).containsExactly("i3");
  }

  @Property(tries = 100)
  void there_is_always_somebody(
      @ForAll @Size(3) List<@IntRange(min = -7_200, max = 7_200) Integer> skews,
      @ForAll @Size(3) List<@IntRange(min = 0, max = 59) Integer> killedAt) {
    assertThat(looks(skews, killedAt)).noneMatch(List::isEmpty);
  }
}
