package dev.tradewind.quarkus;

import dev.tradewind.aws.AwsMeter;
import dev.tradewind.aws.MeterSink;
import io.micrometer.core.instrument.Metrics;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Counts AWS requests, capacity units and records as metrics: {@code tradewind.aws.requests} by service and operation, {@code
 * tradewind.aws.capacity} by table and kind, {@code tradewind.aws.records} by stream and outcome. Loaded by the AWS clients, by name.
 */
public final class RequestMeter implements ExecutionInterceptor {

  private final AwsMeter meter = new AwsMeter(new MeterSink() {
    @Override
    public void request(String service, String operation) {
      Metrics.counter("tradewind.aws.requests", "service", service, "operation", operation).increment();
    }

    @Override
    public void readUnits(String table, double units) {
      Metrics.counter("tradewind.aws.capacity", "table", table, "kind", "read").increment(units);
    }

    @Override
    public void writeUnits(String table, double units) {
      Metrics.counter("tradewind.aws.capacity", "table", table, "kind", "write").increment(units);
    }

    @Override
    public void records(String stream, int taken, int refused) {
      Metrics.counter("tradewind.aws.records", "stream", stream, "outcome", "taken").increment(taken);
      Metrics.counter("tradewind.aws.records", "stream", stream, "outcome", "refused").increment(refused);
    }
  });

  @Override
  public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
    meter.beforeTransmission(context, attributes);
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    meter.afterExecution(context, attributes);
  }
}
