package dev.tradewind.peer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Counts AWS requests and capacity units as the client sees them, under the names that Tradewind's own metrics have, so that one reader
 * reads both. The units of a transaction follow from the sizes of its items, because DynamoDB Local reports a flat number for them.
 */
final class Meter implements ExecutionInterceptor {

  private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query", "Scan");
  // Updates touch counters, which are far below a kibibyte.
  private static final int SMALL_UPDATE = 2;

  private record Request(String service, String operation) {}

  private record Units(String table, String kind) {}

  private final Map<Request, DoubleAdder> requests = new ConcurrentHashMap<>();
  private final Map<Units, DoubleAdder> units = new ConcurrentHashMap<>();

  @Override
  public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
    requests.computeIfAbsent(new Request(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
        attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)), request -> new DoubleAdder()).add(1);
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (context.request() instanceof TransactWriteItemsRequest transaction) {
      transaction.transactItems().forEach(this::count);
      return;
    }
    String kind = READS.contains(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)) ? "read" : "write";
    context.response().getValueForField("ConsumedCapacity", Object.class).ifPresent(consumed -> count(consumed, kind));
  }

  private void count(TransactWriteItem item) {
    if (item.put() != null) {
      add(item.put().tableName(), "write", ItemSize.transactionalWriteUnits(item.put().item()));
    } else {
      add(item.update().tableName(), "write", SMALL_UPDATE);
    }
  }

  private void count(Object consumed, String kind) {
    if (consumed instanceof ConsumedCapacity one) {
      add(one.tableName(), kind, one.capacityUnits());
    } else if (consumed instanceof List<?> several) {
      several.forEach(one -> count(one, kind));
    }
  }

  private void add(String table, String kind, double count) {
    units.computeIfAbsent(new Units(table, kind), key -> new DoubleAdder()).add(count);
  }

  /** In the format that Prometheus reads. */
  String text() {
    StringBuilder text = new StringBuilder();
    requests.forEach((request, count) -> text.append("tradewind_aws_requests_total{operation=\"%s\",service=\"%s\"} %s\n"
        .formatted(request.operation(), request.service(), count.sum())));
    units.forEach((key, count) -> text.append("tradewind_aws_capacity_total{kind=\"%s\",table=\"%s\"} %s\n"
        .formatted(key.kind(), key.table(), count.sum())));
    return text.toString();
  }
}
