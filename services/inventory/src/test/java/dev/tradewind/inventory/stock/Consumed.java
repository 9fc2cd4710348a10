package dev.tradewind.inventory.stock;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Adds up write units: for a single item what the table reports; for a transaction what
 * <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">AWS's rule</a> says, two for each
 * item and started kilobyte, because DynamoDB Local reports 4 for a transaction of small items however many there are.
 */
final class Consumed implements ExecutionInterceptor {

  private static final int KILOBYTE = 1_024;

  private final DoubleAdder writeUnits = new DoubleAdder();

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    switch (context.response()) {
      case PutItemResponse put -> writeUnits.add(put.consumedCapacity().capacityUnits());
      default -> {
        if (context.request() instanceof TransactWriteItemsRequest transaction) {
          writeUnits.add(transaction.transactItems().stream().mapToInt(Consumed::units).sum());
        }
      }
    }
  }

  /** Those since the last time. */
  double writeUnits() {
    return writeUnits.sumThenReset();
  }

  /** A counter is far below a kilobyte. */
  private static int units(TransactWriteItem part) {
    int size = part.put() == null ? 1 : size(part.put().item());
    return 2 * ((size + KILOBYTE - 1) / KILOBYTE);
  }

  /** Names and values as DynamoDB counts them, numbers rounded up. */
  static int size(Map<String, AttributeValue> item) {
    return item.entrySet().stream().mapToInt(entry -> bytes(entry.getKey()) + size(entry.getValue())).sum();
  }

  private static int size(AttributeValue value) {
    return switch (value.type()) {
      case S -> bytes(value.s());
      case N -> value.n().length() / 2 + 2;
      case L -> 3 + value.l().stream().mapToInt(one -> 1 + size(one)).sum();
      case M -> 3 + value.m().size() + size(value.m());
      default -> throw new IllegalArgumentException("no size is known for " + value.type());
    };
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
