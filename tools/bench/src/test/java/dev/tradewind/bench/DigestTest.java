package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradewind.bench.Latencies.Percentiles;
import dev.tradewind.bench.Results.ProcessShare;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {

  private final Digest tradewind = new Digest(Samples.results().of(Contender.TRADEWIND));
  private final Digest peer = new Digest(Samples.results().of(Contender.PEER));

  @Test
  void aFigureIsTheMedianOfItsOwnRuns() {
    assertThat(tradewind.of(run -> run.sustained().confirmedPerSecond())).isEqualTo(new Spread(71.5, 60, 75));
    assertThat(peer.of(run -> run.sustained().confirmedPerSecond())).isEqualTo(new Spread(41, 40, 42));
  }

  @Test
  void latenciesAreComparedAtOneRate() {
    assertThat(tradewind.at(10, SteadyLoad.Outcome::accept, Percentiles::p50)).contains(new Spread(11, 10, 12));
    assertThat(tradewind.at(30, SteadyLoad.Outcome::accept, Percentiles::p50)).isEmpty();
  }

  @Test
  void aRateIsKeptUpWithWhenEveryRunDid() {
    assertThat(tradewind.keptUpWith()).isEqualTo(20);
    assertThat(peer.keptUpWith()).isEqualTo(10);
    assertThat(new Digest(List.of(Samples.run(Contender.PEER, 1, 40, true), Samples.run(Contender.PEER, 2, 40, false))).keptUpWith()).isEqualTo(10);
  }

  @Test
  void aRunThatDidNotGetToARateDidNotKeepUpWithIt() {
    var stopped = Samples.run(Contender.PEER, 2, 40, true);
    var early = new Results.Measured(stopped.contender(), 2, stopped.steady().subList(0, 1), stopped.sustained(), stopped.costPerOrder(),
        stopped.processes(), stopped.ordersInAll());

    assertThat(new Digest(List.of(Samples.run(Contender.PEER, 1, 40, true), early)).keptUpWith()).isEqualTo(10);
  }

  @Test
  void processesAreAddedUpWithinARun() {
    assertThat(tradewind.processes(Report.SERVICES, ProcessShare::residentMiB)).isEqualTo(new Spread(300, 300, 300));
    assertThat(tradewind.processes(Report.STAND_INS, ProcessShare::cpuMillisPerOrder)).isEqualTo(new Spread(12, 12, 12));
  }

  @Test
  void withoutRunsThereIsNothingToTell() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Digest(List.of()));
  }
}
