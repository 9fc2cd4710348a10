package dev.tradewind.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdempotentConsumerTest {

  private final FakeDynamo dynamo = new FakeDynamo();
  private final AtomicInteger handled = new AtomicInteger();
  private final IdempotentConsumer consumer = new IdempotentConsumer(
      new Transactions(dynamo, ServiceName.ORDERS, letters -> { }, InstantSource.system()), message -> {
        handled.incrementAndGet();
        return Change.none();
      });
  private final Message message = new Message("m-1", Kind.STOCK_RESERVED, "o-1", Json.object());

  @Test
  void it_decides_again_when_the_state_moved_on() throws InterruptedException {
    dynamo.cancelNext("None", "ConditionalCheckFailed");
    dynamo.cancelNext("None", "TransactionConflict");

    consumer.receive(message);

    assertThat(handled).hasValue(3);
  }

  @Test
  void a_repeat_ends_quietly() throws InterruptedException {
    dynamo.cancelNext("ConditionalCheckFailed");

    consumer.receive(message);

    assertThat(handled).hasValue(1);
  }

  @Test
  void it_gives_the_message_back_when_others_are_always_faster() {
    for (int i = 0; i < 10; i++) {
      dynamo.cancelNext("None", "ConditionalCheckFailed");
    }

    assertThatThrownBy(() -> consumer.receive(message)).hasMessageContaining("m-1").hasMessageContaining("10 times");
  }
}
