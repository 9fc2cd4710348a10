package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeaseUnitsTest {

  @Test
  void aWriteIsOneUnitAndAReadOne() {
    Usage used = LeaseUnits.byRule(usage(Map.of("DynamoDb UpdateItem", 5.0, "DynamoDb PutItem", 2.0, "DynamoDb DeleteItem", 1.0,
        "DynamoDb GetItem", 3.0, "DynamoDb Scan", 1.0, "DynamoDb DescribeTable", 9.0, "Kinesis GetRecords", 7.0, "S3 PutObject", 4.0)));

    assertThat(used.units()).isEqualTo(Map.of("write leases", 8.0, "read leases", 4.0));
    assertThat(used.requests()).containsEntry("DynamoDb UpdateItem", 5.0);
  }

  @Test
  void whoKeepsNoLeasesUsesNone() {
    assertThat(LeaseUnits.byRule(usage(Map.of())).units()).isEqualTo(Map.of("write leases", 0.0, "read leases", 0.0));
  }

  private static Usage usage(Map<String, Double> requests) {
    return new Usage(Instant.EPOCH, requests, Map.of(), Map.of(), Map.of());
  }
}
