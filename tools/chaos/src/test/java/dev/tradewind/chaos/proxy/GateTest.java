package dev.tradewind.chaos.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Which requests do not get through, and what they cost. */
class GateTest {

  private static final int ATTEMPTS = 60;

  @Test
  void whatIsRefusedIsNotExecutedAndCostsNothing() throws Exception {
    try (Between between = new Between(Map.of(Fault.UNAVAILABLE, 1_000))) {
      failure(put(between.dynamo(), "k"));

      assertThat(between.cloud.executed()).isEmpty();
      assertThat(between.proxy.counts().writeUnits()).isZero();
      assertThat(between.proxy.counts().requests()).containsEntry("DYNAMODB PutItem", 1L);
    }
  }

  @Test
  void aWriteThatIsTooFastForItsKeyCostsNothingAndIsNotAFaultOfTheDice() throws Exception {
    try (Between between = new Between(Map.of(), 1)) {
      between.proxy.faults(false);
      put(between.dynamo(), "hot").join();
      List<Throwable> failures = new ArrayList<>();
      for (int i = 0; i < ATTEMPTS && failures.isEmpty(); i++) {
        put(between.dynamo(), "hot").exceptionally(failure -> {
          failures.add(failure);
          return null;
        }).join();
      }

      assertThat(failures).as("the bound holds while faults are off").hasSize(1);
      assertThat(failures.getFirst().getCause()).isInstanceOf(ProvisionedThroughputExceededException.class);
      assertThat(between.proxy.counts().writeUnits()).isEqualTo(between.cloud.executed("PutItem"));
      assertThat(between.count(Fault.HOT_KEY)).isEqualTo(1);
    }
  }

  @Test
  void readingIsNotBoundByWhatAKeyMayBeWritten() throws Exception {
    try (Between between = new Between(Map.of(), 1)) {
      DynamoDbAsyncClient dynamo = between.dynamo();
      for (int i = 0; i < ATTEMPTS; i++) {
        dynamo.getItem(get -> get.tableName("goods").key(Between.item("hot"))).join();
      }
      assertThat(between.count(Fault.HOT_KEY)).isZero();
    }
  }

  @Test
  void aThrottledTransactionIsRefusedInBothWaysThatDynamoDbHas() throws Exception {
    try (Between between = new Between(Map.of(Fault.THROTTLED, 1_000))) {
      Set<Class<?>> ways = new HashSet<>();
      for (int i = 0; i < ATTEMPTS; i++) {
        ways.add(failure(transact(between.dynamo())).getClass());
      }
      assertThat(ways).containsExactlyInAnyOrder(ProvisionedThroughputExceededException.class, TransactionCanceledException.class);
    }
  }

  @Test
  void anyItemOfATransactionMayBeInTheWayButOneAtATime() throws Exception {
    try (Between between = new Between(Map.of(Fault.CONFLICT, 1_000))) {
      Set<List<String>> reasons = new HashSet<>();
      for (int i = 0; i < ATTEMPTS; i++) {
        reasons.add(((TransactionCanceledException) failure(transact(between.dynamo()))).cancellationReasons().stream()
            .map(CancellationReason::code).toList());
      }
      assertThat(reasons).containsExactlyInAnyOrder(List.of("TransactionConflict", "None"), List.of("None", "TransactionConflict"));
    }
  }

  @Test
  void howNearAnyKeyCameToItsBoundIsKnown() throws Exception {
    try (Between between = new Between(Map.of(), 1_000)) {
      assertThat(between.proxy.leastReserve()).isEqualTo(1_000);
      transact(between.dynamo()).join();
      put(between.dynamo(), "c").join();

      assertThat(between.proxy.leastReserve()).as("two units of a transaction").isEqualTo(998);
    }
  }

  private static CompletableFuture<?> put(DynamoDbAsyncClient dynamo, String key) {
    return dynamo.putItem(put -> put.tableName("goods").item(Between.item(key)));
  }

  private static CompletableFuture<?> transact(DynamoDbAsyncClient dynamo) {
    return dynamo.transactWriteItems(write -> write.transactItems(
        one -> one.put(put -> put.tableName("goods").item(Between.item("a"))),
        one -> one.put(put -> put.tableName("goods").item(Between.item("b")))));
  }

  private static Throwable failure(CompletableFuture<?> call) {
    try {
      call.join();
      throw new AssertionError("the call succeeded");
    } catch (CompletionException failed) {
      return failed.getCause();
    }
  }
}
