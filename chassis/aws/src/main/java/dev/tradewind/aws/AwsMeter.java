package dev.tradewind.aws;

import dev.tradewind.core.Check;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

/** Counts what is sent to AWS and what it costs, as the client sees it. Add it to the interceptors of every client. */
public final class AwsMeter implements ExecutionInterceptor {

  private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "TransactGetItems", "Query", "Scan");

  private final MeterSink sink;

  public AwsMeter(MeterSink sink) {
    this.sink = Check.notNull(sink, "sink");
  }

  @Override
  public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
    sink.request(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME), attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    boolean read = READS.contains(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    context.response().getValueForField("ConsumedCapacity", Object.class).ifPresent(consumed -> count(consumed, read));
    if (context.request() instanceof PutRecordsRequest put && context.response() instanceof PutRecordsResponse answer) {
      sink.records(put.streamName(), answer.records().size() - answer.failedRecordCount(), answer.failedRecordCount());
    }
  }

  private void count(Object consumed, boolean read) {
    if (consumed instanceof ConsumedCapacity one) {
      count(one, read);
    } else if (consumed instanceof List<?> several) {
      several.forEach(one -> count(one, read));
    }
  }

  /** Only some answers tell reads from writes; for the others the operation does. */
  private void count(ConsumedCapacity consumed, boolean read) {
    if (consumed.readCapacityUnits() != null || consumed.writeCapacityUnits() != null) {
      add(consumed.tableName(), consumed.readCapacityUnits(), true);
      add(consumed.tableName(), consumed.writeCapacityUnits(), false);
    } else {
      add(consumed.tableName(), consumed.capacityUnits(), read);
    }
  }

  private void add(String table, Double units, boolean read) {
    if (units == null || units == 0) {
      return;
    }
    if (read) {
      sink.readUnits(table, units);
    } else {
      sink.writeUnits(table, units);
    }
  }
}
