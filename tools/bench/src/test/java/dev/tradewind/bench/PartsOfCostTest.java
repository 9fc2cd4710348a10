package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.bench.ReadersResults.Parts;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartsOfCostTest {

  private static final int ORDERS = 10;

  private final Usage services = usage(Map.of("Sqs ReceiveMessage", 20.0, "Kinesis PutRecords", 30.0),
      Map.of("write tradewind-orders", 70.0, "put tradewind-events", 90.0));
  private final Usage writers = usage(Map.of("Sqs ReceiveMessage", 25.0, "Kinesis PutRecords", 40.0),
      Map.of("write tradewind-orders", 70.0, "put tradewind-events", 110.0));
  private final Usage archive = usage(
      Map.of("Kinesis GetRecords", 10.0, "S3 PutObject", 20.0, "S3 GetObject", 10.0, "DynamoDb UpdateItem", 30.0), Map.of());
  private final Usage views = usage(Map.of("Sqs ReceiveMessage", 5.0, "DynamoDb PutItem", 40.0), Map.of("write tradewind-queries", 120.0));
  private final PartsOfCost used = new PartsOfCost(services, writers, archive, views, 5_000, ORDERS);
  private final Parts parts = used.perOrder(1);

  @Test
  void theFourServicesAreToldWithoutTheLogSoThatTheyCompareWithAPlatformThatHasNone() {
    assertThat(parts.services().requestsBy()).isEqualTo(Map.of("Sqs ReceiveMessage", 2.0));
    assertThat(parts.services().unitsBy()).isEqualTo(Map.of("write tradewind-orders", 7.0));
  }

  @Test
  void theLogIsWhatEveryServicePutsIntoIt() {
    assertThat(parts.log().requestsBy()).isEqualTo(Map.of("Kinesis PutRecords", 4.0));
    assertThat(parts.log().dollars() * 1e6).isEqualTo(11 * 0.014, within(1e-9));
  }

  @Test
  void theArchivePaysForItsLeasesAndForS3ButNotForReadingTheLog() {
    assertThat(parts.archive().requestsBy()).containsEntry("Kinesis GetRecords", 1.0);
    assertThat(parts.archive().writeUnits()).isEqualTo(3.0);
    assertThat(parts.archive().dollars() * 1e6).isEqualTo(3 * 0.625 + 2 * 5.0 + 1 * 0.4, within(1e-9));
    assertThat(parts.archivedBytes()).isEqualTo(500);
  }

  @Test
  void viewsPayForWhatTheyHearAndWrite() {
    assertThat(parts.views().dollars() * 1e6).isEqualTo(0.5 * 0.4 + 12 * 0.625, within(1e-9));
  }

  @Test
  void onlyWhatWasUsedBetweenTwoMomentsCounts() {
    PartsOfCost later = new PartsOfCost(services, writers, archive, usage(Map.of("Sqs ReceiveMessage", 9.0), Map.of()), 7_000, 15);

    PartsOfCost between = later.since(used);
    assertThat(between.orders()).isEqualTo(5);
    assertThat(between.archivedBytes()).isEqualTo(2_000);
    assertThat(between.views().requests()).isEqualTo(Map.of("Sqs ReceiveMessage", 4.0));
  }

  @Test
  void withoutOrdersThereIsNoCostOfOne() {
    assertThatThrownBy(() -> new PartsOfCost(services, writers, archive, views, 0, 0).perOrder(1)).isInstanceOf(BenchException.class);
  }

  private static Usage usage(Map<String, Double> requests, Map<String, Double> units) {
    return new Usage(Instant.EPOCH, requests, units, Map.of(), Map.of());
  }
}
