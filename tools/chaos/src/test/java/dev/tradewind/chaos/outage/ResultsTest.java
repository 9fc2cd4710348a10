package dev.tradewind.chaos.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.chaos.collect.Settled;
import dev.tradewind.chaos.load.Demand.Heard;
import dev.tradewind.chaos.outage.Results.Phase;
import dev.tradewind.checker.Finding;
import dev.tradewind.checker.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultsTest {

  private static final Instant BEGAN = Instant.EPOCH;
  private static final Course COURSE = new Course(BEGAN, BEGAN.plusSeconds(20), BEGAN.plusSeconds(30), BEGAN.plusSeconds(60), 15);
  private static final Calls FEW = new Calls(1_100, 1_000, 20, 20);
  private static final Settled AT_REST = new Settled(true, 0, OptionalLong.of(0), Duration.ofSeconds(5));
  private static final Verdict KEPT = new Verdict(List.of());
  private static final Throughput BACK_SOON = new Throughput(Stream.concat(steady(0, 20), steady(32, 65)).toList());
  private static final Throughput BACK_LATE = new Throughput(Stream.concat(steady(0, 20), steady(40, 65)).toList());

  @Test
  void withinAllLimitsItHeld() {
    Results results = results(BACK_SOON, FEW, AT_REST, 0, List.of(), KEPT);

    assertThat(results.broken()).isEmpty();
    assertThat(results.held()).isTrue();
    assertThat(results.before()).isEqualTo(10);
    assertThat(results.during()).isZero();
    assertThat(results.after()).isEqualTo(10);
    assertThat(results.calls().amplification()).isCloseTo(1.1, within(1e-9));
  }

  @Test
  void whatCameBackTooLateOrNeverDidNotHold() {
    assertThat(results(BACK_LATE, FEW, AT_REST, 0, List.of(), KEPT).broken()).containsExactly("throughput was not back within 10 s");
    assertThat(results(new Throughput(steady(0, 20).toList()), FEW, AT_REST, 0, List.of(), KEPT).recovery()).isEmpty();
  }

  @Test
  void tooManyCallsDidNotHold() {
    assertThat(results(BACK_SOON, new Calls(1_201, 1_000, 300, 100), AT_REST, 0, List.of(), KEPT).broken())
        .containsExactly("more than 1.2 calls arrived at the provider for each operation");
    assertThat(results(BACK_SOON, new Calls(1_200, 1_000, 300, 100), AT_REST, 0, List.of(), KEPT).held()).isTrue();
  }

  @Test
  void nothingElseMayBeBroken() {
    Settled restless = new Settled(false, 7, OptionalLong.empty(), Duration.ofMinutes(10));
    Verdict broken = new Verdict(List.of(new Finding(1, "every accepted order ends", 10, 1, List.of("o-1"))));

    assertThat(results(BACK_SOON, FEW, restless, 2, List.of("the proxy itself made a mistake: x"), broken).broken()).containsExactly(
        "the proxy itself made a mistake: x", "the platform did not come to rest: 7 messages in queues", "2 messages in dead-letter queues",
        "a promise was broken");
  }

  @Test
  void aProviderNobodyCalledWasNotCalledTooOften() {
    assertThat(new Calls(0, 0, 0, 0).amplification()).isZero();
  }

  @Test
  void callsAreThoseSinceThen() {
    assertThat(new Calls(10, 8, 4, 3).since(new Calls(4, 4, 1, 1))).isEqualTo(new Calls(6, 4, 3, 2));
  }

  @Test
  void thePictureBeginsWithTheOverloadAndEndsAtRest() {
    var series = results(BACK_SOON, FEW, AT_REST, 0, List.of(), KEPT).series();

    assertThat(series.endedPerSecond()).hasSize(65).startsWith(10.0).endsWith(10.0);
    assertThat(series.away()).isEqualTo(Duration.ofSeconds(20));
    assertThat(series.back()).isEqualTo(Duration.ofSeconds(30));
    assertThat(series.offeredUntil()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void theReportTellsEveryNumberAndWhatFailed() {
    String report = String.join("\n", new Report(results(BACK_LATE, FEW, AT_REST, 0, List.of(), KEPT)).lines());

    assertThat(report).contains("2 cores, load average 3.5", "10.0 orders a second come to an end; asked for: 15.0, 1.5 times as many",
        "10.0 orders a second before, 0.0 while the provider was away (10 s, both)", "recovery    1",
        "1,100 calls arrived for 1,000 operations: 1.100 each",
        "20 of them, for 20 operations, while it was away", "away   9 answers: 5 accepted, 3 told when to come again, 1 turned away",
        "all was at rest after 5.0 s", "FAILED      throughput was not back within 10 s");
  }

  private static Results results(Throughput throughput, Calls calls, Settled settled, int dead, List<String> failures, Verdict verdict) {
    return Results.of(Plan.quick(1.5, Mode.BOTH), new Machine(2, 3.5), 10, COURSE, throughput,
        List.of(new Phase("before", new Heard(9, 0, 0, 0, 0)), new Phase("away", new Heard(5, 3, 1, 0, 0)),
            new Phase("after", new Heard(9, 0, 0, 0, 0))),
        calls, settled, dead, failures, verdict);
  }

  private static Stream<Instant> steady(int from, int to) {
    return IntStream.range(from * 10, to * 10).mapToObj(i -> BEGAN.plusMillis(i * 100L));
  }
}
