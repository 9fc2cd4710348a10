package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransactionUnitsTest {

  @Test
  void theReportedNumberIsReplacedByTwoForEachTokenAndCounter() {
    // 90 transactions reported as 4 each and 100 single writes; 100 orders of one and a quarter lines.
    Usage byRule = TransactionUnits.byRule(usage(Map.of("write tradewind-inventory", 460.0, "write tradewind-orders", 700.0)), 100, 1.25);

    assertThat(byRule.units()).isEqualTo(Map.of("write tradewind-inventory", 100 + 450.0, "write tradewind-orders", 700.0));
  }

  @Test
  void whatThePeerCountedStays() {
    Map<String, Double> counted = Map.of("write peer-inventory", 12.0, "write peer-inventory-inbox", 8.0);

    assertThat(TransactionUnits.byRule(usage(counted), 1, 1.25).units()).isEqualTo(counted);
  }

  private static Usage usage(Map<String, Double> units) {
    return new Usage(Instant.EPOCH, Map.of("DynamoDb TransactWriteItems", 90.0), units, Map.of(), Map.of());
  }
}
