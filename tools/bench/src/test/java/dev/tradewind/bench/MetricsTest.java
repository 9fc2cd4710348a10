package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final String TEXT = """
      # HELP tradewind_aws_requests_total
      # TYPE tradewind_aws_requests_total counter
      tradewind_aws_requests_total{operation="PutItem",service="DynamoDb"} 12.0
      tradewind_aws_requests_total{operation="ReceiveMessage",service="Sqs"} 7.0
      tradewind_aws_capacity_total{kind="write",table="tradewind-orders"} 1.25E4
      tradewind_aws_capacity_total{kind="read",table="tradewind-orders"} 0.5
      tradewind_steps_total{outcome="committed",stream="order"} 99.0
      jvm_threads_live_threads 41.0
      """;

  @Test
  void requestsAreNamedByServiceAndOperation() {
    assertThat(Metrics.requests(TEXT)).isEqualTo(Map.of("DynamoDb PutItem", 12.0, "Sqs ReceiveMessage", 7.0));
  }

  @Test
  void unitsAreNamedByKindAndTable() {
    assertThat(Metrics.units(TEXT)).isEqualTo(Map.of("write tradewind-orders", 12_500.0, "read tradewind-orders", 0.5));
  }

  @Test
  void recordsThatTheLogTookArePutUnits() {
    assertThat(Metrics.units("""
        tradewind_aws_records_total{outcome="taken",stream="tradewind-events"} 40.0
        tradewind_aws_records_total{outcome="refused",stream="tradewind-events"} 3.0
        """)).isEqualTo(Map.of("put tradewind-events", 40.0));
  }

  @Test
  void aMetricIsAddedUpOverItsLabelsIfItHasAny() {
    assertThat(Metrics.sum(TEXT, "tradewind_aws_requests_total")).isEqualTo(19.0);
    assertThat(Metrics.sum(TEXT, "jvm_threads_live_threads")).isEqualTo(41.0);
    assertThat(Metrics.sum(TEXT, "tradewind_archive_bytes_total")).isZero();
  }

  @Test
  void samplesThatDifferInMoreLabelsAreAddedUp() {
    assertThat(Metrics.requests("""
        tradewind_aws_requests_total{application="a",operation="PutItem",service="DynamoDb"} 1.0
        tradewind_aws_requests_total{application="b",operation="PutItem",service="DynamoDb"} 2.0
        """)).isEqualTo(Map.of("DynamoDb PutItem", 3.0));
  }

  @Test
  void aServiceThatNeverCalledAwsCountsNothing() {
    assertThat(Metrics.requests("jvm_threads_live_threads 41.0\n")).isEmpty();
    assertThat(Metrics.units("")).isEmpty();
  }
}
