package dev.tradewind.chaos.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThroughputTest {

  private static final Instant START = Instant.EPOCH;
  private static final Duration WINDOW = Duration.ofSeconds(5);

  @Test
  void itIsOrdersASecondFromTheFirstMomentUpToTheSecond() {
    Throughput throughput = new Throughput(List.of(second(0), second(1), second(2), second(4)));

    assertThat(throughput.between(second(0), second(4))).isEqualTo(0.75);
    assertThat(throughput.between(second(4), second(5))).isEqualTo(1);
  }

  @Test
  void everySecondHasItsNumber() {
    assertThat(new Throughput(List.of(second(2), second(0), second(2))).perSecond(second(0), second(4))).containsExactly(1.0, 0.0, 2.0, 0.0);
  }

  @Test
  void itIsBackWhenTheTimeBeforeWasFullEnough() {
    // Ten a second up to 10, nothing up to 20, ten a second again from 23 on.
    Throughput throughput = new Throughput(Stream.concat(steady(0, 10), steady(23, 40)).toList());

    assertThat(throughput.reaches(9.5, WINDOW, second(20), second(40))).hasValueSatisfying(back ->
        assertThat(back).isBetween(Duration.ofMillis(7_700), Duration.ofMillis(7_900)));
  }

  @Test
  void aWindowThatReachesBackBeforeTheReturnHoldsWhatWasMissingThen() {
    Throughput throughput = new Throughput(steady(20, 40).toList());

    assertThat(throughput.reaches(10, WINDOW, second(20), second(40))).contains(WINDOW);
  }

  @Test
  void aBurstMayMakeUpForABreak() {
    Throughput throughput = new Throughput(IntStream.range(0, 50).mapToObj(i -> START.plusMillis(21_000)).toList());

    assertThat(throughput.reaches(10, WINDOW, second(20), second(40))).hasValueSatisfying(back ->
        assertThat(back).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(1_100)));
  }

  @Test
  void whatNeverComesBackIsNotFound() {
    assertThat(new Throughput(steady(0, 10).toList()).reaches(9.5, WINDOW, second(20), second(40))).isEmpty();
  }

  private static Stream<Instant> steady(int from, int to) {
    return IntStream.range(from * 10, to * 10).mapToObj(i -> START.plusMillis(i * 100L));
  }

  private static Instant second(int second) {
    return START.plusSeconds(second);
  }
}
