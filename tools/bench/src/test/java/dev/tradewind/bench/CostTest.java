package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void whatWasUsedIsSharedAmongTheOrders() {
    Cost cost = Cost.of(usage(Map.of("Sqs SendMessageBatch", 300.0, "Sns PublishBatch", 100.0, "DynamoDb PutItem", 1_000.0),
        Map.of("write tradewind-orders", 900.0, "write tradewind-payments", 600.0, "read tradewind-orders", 50.0)), 100);

    assertThat(cost.requests()).isEqualTo(14.0);
    assertThat(cost.requestsBy()).containsEntry("Sqs SendMessageBatch", 3.0);
    assertThat(cost.writeUnits()).isEqualTo(15.0);
    assertThat(cost.readUnits()).isEqualTo(0.5);
  }

  @Test
  void dynamoRequestsAreChargedByUnitsAndMessagesByRequest() {
    Cost cost = Cost.of(usage(Map.of("Sqs ReceiveMessage", 10.0, "Sns Publish", 2.0, "DynamoDb PutItem", 1_000_000.0),
        Map.of("write t", 8.0, "read t", 4.0)), 1);

    double million = 1_000_000;
    assertThat(cost.dollarsBy().get("SQS requests") * million).isEqualTo(4.0, within(1e-9));
    assertThat(cost.dollarsBy().get("SNS publishes") * million).isEqualTo(1.0, within(1e-9));
    assertThat(cost.dollarsBy().get("DynamoDB writes") * million).isEqualTo(5.0, within(1e-9));
    assertThat(cost.dollarsBy().get("DynamoDB reads") * million).isEqualTo(0.5, within(1e-9));
    assertThat(cost.dollars() * million).isEqualTo(10.5, within(1e-9));
  }

  @Test
  void theLogIsChargedByPutUnitAndTheArchiveByRequest() {
    Cost cost = Cost.of(usage(Map.of("Kinesis PutRecords", 5.0, "Kinesis GetRecords", 9.0, "S3 PutObject", 2.0, "S3 ListObjectsV2", 1.0,
        "S3 GetObject", 10.0), Map.of("put tradewind-events", 100.0)), 1);

    double million = 1_000_000;
    assertThat(cost.dollarsBy().get("Kinesis put units") * million).isEqualTo(1.4, within(1e-9));
    assertThat(cost.dollarsBy().get("S3 puts and lists") * million).isEqualTo(15.0, within(1e-9));
    assertThat(cost.dollarsBy().get("S3 gets") * million).isEqualTo(4.0, within(1e-9));
    assertThat(cost.dollars() * million).isEqualTo(20.4, within(1e-9));
    assertThat(cost.logRequests()).isEqualTo(14.0);
    assertThat(cost.writeUnits()).isZero();
  }

  @Test
  void onlyWhatWasUsedBetweenTwoMomentsCounts() {
    Usage before = usage(Map.of("Sqs ReceiveMessage", 10.0), Map.of());
    Usage after = new Usage(START.plusSeconds(1), Map.of("Sqs ReceiveMessage", 25.0, "Sns Publish", 5.0), Map.of("write t", 3.0),
        Map.of("orders", Duration.ofSeconds(9)), Map.of("orders", 700L));

    Usage used = after.since(before);

    assertThat(used.requests()).isEqualTo(Map.of("Sqs ReceiveMessage", 15.0, "Sns Publish", 5.0));
    assertThat(used.units()).isEqualTo(Map.of("write t", 3.0));
    assertThat(used.cpu()).isEqualTo(Map.of("orders", Duration.ofSeconds(7)));
    assertThat(used.residentBytes()).isEqualTo(Map.of("orders", 700L));
  }

  private static Usage usage(Map<String, Double> requests, Map<String, Double> units) {
    return new Usage(START, requests, units, Map.of("orders", Duration.ofSeconds(2)), Map.of("orders", 500L));
  }
}
