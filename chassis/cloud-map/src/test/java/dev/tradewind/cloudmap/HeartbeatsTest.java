package dev.tradewind.cloudmap;

import static dev.tradewind.cloudmap.Entries.beating;
import static dev.tradewind.cloudmap.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {

  private static final Duration SILENT_AFTER = Duration.ofSeconds(30);
  private static final Duration BEAT = Duration.ofSeconds(10);

  private final VirtualTime time = new VirtualTime();
  private final Heartbeats heartbeats = new Heartbeats(SILENT_AFTER, time);

  private List<String> alive(Entry... entries) {
    return heartbeats.alive(List.of(entries)).stream().map(Entry::id).toList();
  }

  private Instant ago(Duration age) {
    return time.instant().minus(age);
  }

  private Instant now() {
    return time.instant();
  }

  /** The first beats on and is seen doing so; the other stays as it is. Who is alive at the end. */
  private List<String> pass(Duration duration, Entry other) {
    List<String> alive = List.of();
    for (var passed = Duration.ZERO; passed.compareTo(duration) < 0; passed = passed.plus(BEAT)) {
      time.pass(BEAT);
      alive = alive(beating(1, now()), other);
    }
    return alive;
  }

  @Test
  void who_beats_no_longer_is_silent_after_a_while() {
    var killed = beating(2, now());
    alive(beating(1, now()), killed);
    assertThat(pass(SILENT_AFTER, killed)).containsExactly("i1", "i2");
    assertThat(pass(BEAT, killed)).containsExactly("i1");
  }

  @Test
  void who_beats_again_is_alive_at_once() {
    var killed = beating(2, now());
    alive(beating(1, now()), killed);
    pass(SILENT_AFTER.plus(BEAT), killed);
    assertThat(alive(beating(1, now()), beating(2, now()))).containsExactly("i1", "i2");
  }

  @Test
  void who_never_beats_is_never_silent() {
    alive(beating(1, now()), entry(2));
    assertThat(pass(Duration.ofHours(1), entry(2))).containsExactly("i1", "i2");
  }

  @Test
  void a_clock_that_is_wrong_heals_with_the_first_beat_that_is_seen() {
    var hour = Duration.ofHours(1);
    assertThat(alive(beating(1, ago(hour)), beating(2, now().plus(hour)), beating(3, now()))).containsExactly("i2", "i3");
    for (int beat = 0; beat < 20; beat++) {
      time.pass(BEAT);
      assertThat(alive(beating(1, ago(hour)), beating(2, now().plus(hour)), beating(3, now()))).containsExactly("i1", "i2", "i3");
    }
  }

  @Test
  void the_long_dead_are_known_at_first_sight() {
    assertThat(alive(beating(1, now()), beating(2, ago(Duration.ofMinutes(10))))).containsExactly("i1");
  }

  @Test
  void a_reader_whose_clock_is_ahead_keeps_all_at_first_sight() {
    assertThat(alive(beating(1, ago(Duration.ofHours(1))), beating(2, ago(Duration.ofHours(2))))).containsExactly("i1", "i2");
  }

  @Test
  void when_all_are_silent_the_heartbeats_are_at_fault() {
    var one = beating(1, now());
    var two = beating(2, now());
    alive(one, two);
    time.pass(Duration.ofHours(1));
    assertThat(alive(one, two)).containsExactly("i1", "i2");
  }

  @Test
  void when_the_first_is_heard_again_after_a_silence_of_all_the_others_have_time_too() {
    var one = beating(1, now());
    var two = beating(2, now());
    alive(one, two);
    time.pass(Duration.ofHours(1));
    alive(one, two);
    assertThat(alive(beating(1, now()), two)).containsExactly("i1", "i2");
    assertThat(pass(SILENT_AFTER, two)).containsExactly("i1", "i2");
    assertThat(pass(BEAT, two)).containsExactly("i1");
  }

  @Test
  void what_does_not_beat_does_not_decide_whether_all_are_silent() {
    var one = beating(1, now());
    alive(one, entry(2));
    time.pass(Duration.ofHours(1));
    assertThat(alive(one, entry(2))).containsExactly("i1", "i2");
  }

  @Test
  void who_has_not_listened_does_not_mistake_it_for_silence() {
    var killed = beating(2, now());
    alive(beating(1, now()), killed);
    time.pass(Duration.ofHours(1));
    heartbeats.forget();
    assertThat(alive(beating(1, now()), killed)).containsExactly("i1");
  }

  @Test
  void a_heartbeat_that_is_no_time_counts_when_it_changes() {
    var unchanged = Entries.with(entry(2), Attributes.HEARTBEAT, "17");
    alive(beating(1, now()), unchanged);
    assertThat(pass(SILENT_AFTER.plus(BEAT), unchanged)).containsExactly("i1");
    assertThat(alive(beating(1, now()), Entries.with(entry(2), Attributes.HEARTBEAT, "18"))).containsExactly("i1", "i2");
  }
}
