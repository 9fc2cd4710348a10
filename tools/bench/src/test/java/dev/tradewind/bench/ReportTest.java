package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

  private final List<String> text = new Report(Samples.results()).findings().text();
  private final List<String> markdown = new Report(Samples.results()).findings().markdown();

  @Test
  void bothContendersAndTheAimStandBesideEachOther() {
    assertThat(markdown).contains("| figure | Tradewind | peer | aim |")
        .contains("| full load: orders confirmed a second | 71.5 (60.0–75.0) | 41.0 (40.0–42.0) | ≥ 60 |")
        .contains("| AWS requests an order | 30.0 | 30.0 | ≤ 40 |")
        .contains("| of these, to the central log | 0.0 | 0.0 |  |")
        .contains("| write units an order | 15.0 | 15.0 | ≤ 20 |");
  }

  @Test
  void latenciesStandByRateWithTheAimAtTen() {
    assertThat(markdown).contains("| 10 orders/s: accepted (202) | 11 (10–12) / 21 | 11 (10–11) / 21 | p99 ≤ 50 |")
        .anySatisfy(line -> assertThat(line).startsWith("| 10 orders/s: CONFIRMED by its commit").contains("120 / 240").contains("p50 ≤ 250"))
        .anySatisfy(line -> assertThat(line).startsWith("| 20 orders/s: accepted").doesNotContain("≤"));
  }

  @Test
  void whoFellBehindIsNamedWhereItDid() {
    assertThat(markdown).anySatisfy(line -> assertThat(line).startsWith("| 20 orders/s: CONFIRMED by its commit")
        .containsOnlyOnce("(fell behind)").endsWith("120 / 240 (fell behind) |  |"));
    assertThat(markdown).contains("| steady load: highest rate tried that every run kept up with, orders a second | 20 | 10 |  |");
  }

  @Test
  void aMillionOrdersCostAMillionTimesOne() {
    assertThat(markdown).contains("| list price of a million orders, $ | 20.00 | 20.00 |  |")
        .contains("| $ a million orders: SQS requests | 5.00 | 5.00 |");
  }

  @Test
  void whatOneDoesNotUseIsNothing() {
    var ours = Samples.run(Contender.TRADEWIND, 1, 60, true);
    var theirs = Samples.run(Contender.PEER, 1, 60, true);
    var cost = new Cost(1, Map.of("Sns Publish", 1.0), 0, 0, Map.of(), 0, Map.of());
    var other = new Results.Measured(Contender.PEER, 1, theirs.steady(), theirs.sustained(), cost, theirs.processes(), theirs.ordersInAll());

    assertThat(new Report(Samples.results(List.of(ours, other))).findings().markdown())
        .contains("| Sns Publish | 0.00 | 1.00 |").contains("| Sqs ReceiveMessage | 5.00 | 0.00 |");
  }

  @Test
  void memoryAndProcessorTimeAreToldForTheServicesAndForEachProcess() {
    assertThat(markdown).contains("| memory of the four services, MiB | 300 | 300 |  |")
        .contains("| orders | 200 MiB, 6.0 ms | 200 MiB, 6.0 ms |")
        .contains("| bench | 3.0 ms | 3.0 ms |");
  }

  @Test
  void itSaysHowMuchOfTheMachineTheStandInsTook() {
    assertThat(text).anySatisfy(line -> assertThat(line).startsWith("Tradewind under full load").contains("services took 30 %")
        .contains("elsewhere, took 40 %").contains("27000 orders"));
  }

  @Test
  void withoutThePeerThereIsOneColumnLess() {
    assertThat(new Report(Samples.results(List.of(Samples.run(Contender.TRADEWIND, 1, 60, true)))).findings().markdown())
        .contains("| figure | Tradewind | aim |").noneSatisfy(line -> assertThat(line).contains("peer"));
  }

  @Test
  void bothFormsSayTheSame() {
    assertThat(markdown).contains("`./tradewind bench --runs 3 --seconds 20 --rates 10,20`").anySatisfy(line -> assertThat(line).contains("latency.svg"))
        .anySatisfy(line -> assertThat(line).contains("16 → 60.0, 32 → 71.0"));
    assertThat(text).noneSatisfy(line -> assertThat(line).contains("|"));
  }

  @Test
  void itSaysHowOftenItWasMeasured() {
    assertThat(markdown.getFirst()).contains("Medians of 3 runs").contains("load average 0.4");
  }

  @Test
  void figuresOfABusyMachineAreMarkedAsWorthless() {
    Results quiet = Samples.results();
    Results busy = new Results(quiet.date(), quiet.commit(), quiet.command(), quiet.machine(), 4.1, quiet.runs());

    assertThat(new Report(busy).findings().markdown().getFirst()).contains("was busy");
    assertThat(markdown.getFirst()).doesNotContain("busy");
  }
}
