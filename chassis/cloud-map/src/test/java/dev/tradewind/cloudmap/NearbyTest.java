package dev.tradewind.cloudmap;

import static dev.tradewind.cloudmap.Entries.entry;
import static dev.tradewind.cloudmap.Entries.ids;
import static dev.tradewind.cloudmap.Entries.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NearbyTest {

  private static final List<Instance> THREE_IN_A = Entries.read(in("a", 1), in("b", 2), in("a", 3), entry(4), in("a", 5));

  private static List<String> preferred(String zone, int enough) {
    return ids(new Nearby(Optional.of(zone), enough).prefer(THREE_IN_A));
  }

  @Test
  void those_of_our_zone_are_preferred() {
    assertThat(preferred("a", 3)).containsExactly("i1", "i3", "i5");
  }

  @Test
  void too_few_in_our_zone_do_not_bear_it_alone() {
    assertThat(preferred("a", 4)).hasSize(5);
    assertThat(preferred("b", 2)).hasSize(5);
    assertThat(preferred("c", 1)).hasSize(5);
  }

  @Test
  void without_a_zone_all_are_alike() {
    assertThat(new Nearby(Optional.empty(), 1).prefer(THREE_IN_A)).isSameAs(THREE_IN_A);
  }

  @Property(tries = 200)
  void nobody_is_left_with_too_few(
      @ForAll @IntRange(max = 10) int near, @ForAll @IntRange(max = 10) int far, @ForAll @IntRange(min = 1, max = 12) int enough) {
    var all = IntStream.range(0, near + far).mapToObj(number -> in(number < near ? "a" : "b", number)).toArray(Entry[]::new);
    var preferred = new Nearby(Optional.of("a"), enough).prefer(Entries.read(all));
    assertThat(preferred).hasSize(near >= enough ? near : near + far);
  }
}
