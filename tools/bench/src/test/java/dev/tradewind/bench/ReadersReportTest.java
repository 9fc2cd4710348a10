package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadersReportTest {

  private final Findings findings = new ReadersReport(ReadersSamples.results(
      ReadersSamples.run(1, 200, true), ReadersSamples.run(2, 300, true), ReadersSamples.run(4, 250, true))).findings();
  private final List<String> markdown = findings.markdown();

  @Test
  void howLateReadersAreStandsBesideTheAim() {
    assertThat(markdown).contains("| 20 orders/s for 30 s: from a commit until it is seen, p50 / p99 in ms | Tradewind | aim |")
        .contains("| view, waited for by whoever placed the order | 40 / 250 (200–300) | p99 ≤ 500 |")
        .contains("| view, heard of by whoever follows the order | 140 / 350 (300–400) | p99 ≤ 500 |")
        .contains("| archive: the commit's object is in S3 | 800 / 1600 |  |");
  }

  @Test
  void whoFellBehindIsTold() {
    var behind = new ReadersReport(ReadersSamples.results(ReadersSamples.run(1, 200, true), ReadersSamples.run(2, 200, false))).findings();

    assertThat(behind.markdown()).anySatisfy(line -> assertThat(line).contains("Tradewind (fell behind)"));
    assertThat(markdown).noneSatisfy(line -> assertThat(line).contains("fell behind"));
  }

  @Test
  void eachLengthOfTheArchiveIsARow() {
    assertThat(markdown).contains("| 2000 | 8000 | 1.0 (0.5–2.0) | 2000 (1000–4000) | 8000 (4000–16000) | 500 | 30 | 1.5 | 2.0 |")
        .contains("| 20000 | 80000 | 4.0 | 5000 | 20000 | 5000 | 31 | 3.0 | 6.0 |");
  }

  @Test
  void thePartsOfTheCostStandBesideEachOther() {
    assertThat(markdown).contains("| an order takes | the four services, without the log | log | archive | views |")
        .contains("| $ a million orders | 20.00 | 0.14 | 0.60 | 8.00 |")
        .contains("| AWS requests | 5.0 | 3.0 | 0.1 | 4.0 |")
        .contains("| Kinesis PutRecords | 0.00 | 3.00 | 0.00 | 0.00 |")
        .contains("| units: write tradewind-queries | 0.00 | 0.00 | 0.00 | 12.00 |");
  }

  @Test
  void whatAnOrderLeavesBehindIsPriced() {
    assertThat(markdown).contains("| records of the log | 10.00 |").contains("| bytes of the largest record (one put unit: 25 KB) | 2500 |")
        .contains("| $ a month to keep a million orders in the archive | 0.023 |")
        .contains("| $ a million orders: the log on demand instead, read once | 1.72 |");
  }

  @Test
  void memoryAndProcessorTimeAreToldForEachProcess() {
    assertThat(markdown).contains("| archive | 300 | 1.5 |");
  }

  @Test
  void bothFormsSayTheSame() {
    assertThat(markdown.getFirst()).contains("Medians of 3 runs").contains("load average 0.4");
    assertThat(markdown).contains("`./tradewind bench readers --runs 3 --seconds 30 --rate 20 --events 2000`");
    assertThat(markdown.getLast()).contains("All 3000 orders were delivered");
    assertThat(findings.text()).contains(markdown.getLast()).noneSatisfy(line -> assertThat(line).contains("|"));
  }
}
