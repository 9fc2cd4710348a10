package dev.tradewind.chaos.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.chaos.proxy.Writes.Write;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class HotKeysTest {

  private final AtomicLong nanos = new AtomicLong();
  private final HotKeys keys = new HotKeys(1_000, nanos::get);

  @Test
  void oneKeyTakesSoManyUnitsAtOnceAndThenWaits() {
    assertThat(keys.tooFast(List.of(new Write("goods/a", 1_000)))).containsExactly(false);
    assertThat(keys.tooFast(List.of(new Write("goods/a", 1)))).containsExactly(true);
  }

  @Test
  void whileItWaitsItFills() {
    keys.tooFast(List.of(new Write("goods/a", 1_000)));
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(10));
    assertThat(keys.tooFast(List.of(new Write("goods/a", 10)))).containsExactly(false);
    assertThat(keys.tooFast(List.of(new Write("goods/a", 1)))).containsExactly(true);
  }

  @Test
  void otherKeysAreNoConcern() {
    keys.tooFast(List.of(new Write("goods/a", 1_000)));
    assertThat(keys.tooFast(List.of(new Write("goods/b", 1)))).containsExactly(false);
  }

  @Test
  void aTransactionTakesAllOrNothing() {
    keys.tooFast(List.of(new Write("goods/a", 1_000)));
    assertThat(keys.tooFast(List.of(new Write("goods/b", 600), new Write("goods/a", 1)))).containsExactly(false, true);
    assertThat(keys.tooFast(List.of(new Write("goods/b", 1_000)))).containsExactly(false);
  }

  @Test
  void severalWritesOfOneKeyAddUp() {
    assertThat(keys.tooFast(List.of(new Write("goods/a", 600), new Write("goods/a", 600)))).containsExactly(false, true);
  }

  @Test
  void theReserveIsNoMoreThanASecondsWorthHoweverLongAKeyRests() {
    keys.tooFast(List.of(new Write("goods/a", 1)));
    nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
    assertThat(keys.tooFast(List.of(new Write("goods/a", 1_001)))).containsExactly(true);
    assertThat(keys.tooFast(List.of(new Write("goods/a", 1_000)))).containsExactly(false);
  }

  @Test
  void inTheLongRunAKeyGetsWhatTheBoundSaysAndNotMore() {
    int written = 0;
    for (int millis = 0; millis < 10_000; millis++) {
      nanos.set(TimeUnit.MILLISECONDS.toNanos(millis));
      while (!keys.tooFast(List.of(new Write("goods/a", 2))).contains(true)) {
        written += 2;
      }
    }
    assertThat(written).as("ten seconds and the reserve").isBetween(10_900, 11_000);
  }

  @Test
  void aKeyThatWasForgottenHasItsReserve() {
    keys.tooFast(List.of(new Write("goods/a", 1_000)));
    for (int i = 0; i < 10_001; i++) {
      keys.tooFast(List.of(new Write("goods/other-" + i, 1)));
    }
    assertThat(keys.tooFast(List.of(new Write("goods/a", 1_000)))).containsExactly(false);
  }

  @Test
  void theLeastThatWasLeftIsThatOfTheKeyThatCameNearestToTheBound() {
    assertThat(keys.leastLeft()).isEqualTo(1_000);
    keys.tooFast(List.of(new Write("goods/a", 300), new Write("goods/b", 10)));
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    keys.tooFast(List.of(new Write("goods/a", 100)));
    keys.tooFast(List.of(new Write("goods/a", 5_000)));

    assertThat(keys.leastLeft()).as("what was refused took nothing").isEqualTo(700);
  }

  @Test
  void anItemOfAnotherKilobyteCostsAnotherUnitAndATransactionTwice() throws Exception {
    try (Between between = new Between(Map.of())) {
      DynamoDbAsyncClient dynamo = between.dynamo();
      dynamo.putItem(put -> put.tableName("goods").item(large(1_019))).join();
      assertThat(between.proxy.counts().writeUnits()).isEqualTo(1);
      dynamo.putItem(put -> put.tableName("goods").item(large(1_020))).join();
      assertThat(between.proxy.counts().writeUnits()).isEqualTo(3);
      dynamo.transactWriteItems(write -> write.transactItems(one -> one.put(put -> put.tableName("goods").item(Between.item("k"))),
          one -> one.update(update -> update.tableName("goods").key(Between.item("l")).updateExpression("SET a = b")))).join();
      assertThat(between.proxy.counts().writeUnits()).isEqualTo(7);
    }
  }

  @Test
  void aHotKeyIsThrottledAndATransactionOnItCancelledForTheItemThatIsHot() throws Exception {
    try (Between between = new Between(Map.of(), 3)) {
      DynamoDbAsyncClient dynamo = between.dynamo();
      assertThatThrownBy(() -> dynamo.putItem(put -> put.tableName("goods").item(large(5_000))).join())
          .hasCauseInstanceOf(ProvisionedThroughputExceededException.class);
      assertThatThrownBy(() -> dynamo.transactWriteItems(write -> write.transactItems(
          one -> one.put(put -> put.tableName("goods").item(Between.item("cold"))),
          one -> one.put(put -> put.tableName("goods").item(large(5_000))))).join())
          .isInstanceOfSatisfying(CompletionException.class, failed ->
              assertThat(((TransactionCanceledException) failed.getCause()).cancellationReasons().stream().map(reason -> reason.code()))
                  .containsExactly("None", "ThrottlingError"));
      assertThat(between.count(Fault.HOT_KEY)).isEqualTo(2);
    }
  }

  /** Key and names take five bytes. */
  private static Map<String, AttributeValue> large(int bytes) {
    return Map.of("key", AttributeValue.fromS("k"), "v", AttributeValue.fromS("x".repeat(bytes)));
  }
}
