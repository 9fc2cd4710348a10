package dev.tradewind.chaos.strike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.chaos.strike.Schedule.Pace;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Duration LENGTH = Duration.ofMinutes(10);
  private static final Pace PACE = new Pace(15, 3, 0.3);
  private static final List<String> SERVICES = List.of("orders", "inventory", "payments", "shipping");

  @Test
  void theSameSeedMakesTheSameSchedule() {
    assertThat(schedule(1)).isEqualTo(schedule(1)).isNotEqualTo(schedule(2));
  }

  @Test
  void thereAreAsManyStrikesOfEachKindAsAskedFor() {
    List<Strike> schedule = schedule(1);
    assertThat(schedule.stream().filter(Strike.Kill.class::isInstance)).hasSize(150);
    assertThat(schedule.stream().filter(Strike.Stop.class::isInstance)).hasSize(30);
    assertThat(schedule.stream().filter(Strike.Restart.class::isInstance)).hasSize(3);
  }

  @Test
  void theyAreInOrderAndWithinTheTime() {
    assertThat(schedule(1)).isSortedAccordingTo(Comparator.comparing(Strike::at)).allMatch(strike -> strike.at().compareTo(LENGTH) < 0);
  }

  @Test
  void everyServiceIsStruckAndOnlyTheCloudIsRestarted() {
    assertThat(schedule(1)).filteredOn(strike -> strike instanceof Strike.Kill).extracting(Strike::victim).containsOnlyElementsOf(SERVICES)
        .containsAll(SERVICES);
    assertThat(schedule(1)).filteredOn(strike -> strike instanceof Strike.Restart).extracting(Strike::victim).containsOnly("cloud");
  }

  @Test
  void aStopLastsOneToFifteenSeconds() {
    assertThat(schedule(1)).filteredOn(strike -> strike instanceof Strike.Stop).map(strike -> ((Strike.Stop) strike).length())
        .allMatch(length -> length.toMillis() >= 1_000 && length.toMillis() <= 15_000);
  }

  @Test
  void killsAreSpreadOverTheTimeOneInEachShareOfIt() {
    List<Strike> kills = schedule(1).stream().filter(Strike.Kill.class::isInstance).toList();
    long share = LENGTH.toMillis() / kills.size();
    for (int i = 0; i < kills.size(); i++) {
      assertThat(kills.get(i).at().toMillis()).isBetween(i * share, (i + 1) * share);
    }
  }

  @Test
  void oneKindOfStrikeDoesNotDependOnHowManyThereAreOfAnother() {
    List<Strike> withoutStops = Schedule.of(1, LENGTH, new Pace(15, 0, 0.3), SERVICES, "cloud");
    assertThat(withoutStops).isEqualTo(schedule(1).stream().filter(strike -> !(strike instanceof Strike.Stop)).toList());
  }

  @Test
  void aPaceOfNothingIsAnEmptySchedule() {
    assertThat(Schedule.of(1, LENGTH, new Pace(0, 0, 0), SERVICES, "cloud")).isEmpty();
  }

  @Test
  void aNegativePaceIsRefused() {
    assertThatThrownBy(() -> new Pace(-1, 0, 0)).hasMessageContaining("negative");
  }

  private static List<Strike> schedule(long seed) {
    return Schedule.of(seed, LENGTH, PACE, SERVICES, "cloud");
  }
}
