package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.bench.Latencies.Percentiles;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final List<String> told = new ArrayList<>();
  private final Turns turns = new Turns(told::add);

  @Test
  void eachIsMadeOnceARoundAndTheOneInTheMiddleCounts() throws InterruptedException {
    Iterator<Reads.Outcome> calm = List.of(outcome(50, 3), outcome(50, 9), outcome(50, 4)).iterator();
    Iterator<Reads.Outcome> storm = List.of(outcome(100, 20), outcome(60, 30), outcome(90, 10)).iterator();

    List<Reads.Outcome> middle = turns.with("calm", calm::next).with("storm", storm::next).take(3);

    assertThat(middle).containsExactly(outcome(50, 4), outcome(90, 10));
    assertThat(told).hasSize(6).first().asString().startsWith("1 of 3, calm: 100 offered");
    assertThat(told.get(3)).startsWith("2 of 3, storm");
  }

  private static Reads.Outcome outcome(double good, double p50) {
    return new Reads.Outcome(100, good, 0, 100 - good, 0, new Percentiles(100, p50, p50 * 2, p50 * 3, p50 * 4));
  }
}
