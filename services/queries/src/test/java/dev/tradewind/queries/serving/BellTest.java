package dev.tradewind.queries.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.queries.domain.OrderState;
import dev.tradewind.queries.domain.Told;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BellTest {

  private final Told order = Told.order("c-1", 0);
  private final Told other = Told.order("c-1", 1);
  private final Bell bell = new Bell(new RememberedViews());

  private UniAssertSubscriber<Void> sleeper(String orderId) {
    return bell.rung(orderId).subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  private void told(Told which, long version) {
    bell.apply(which.view(OrderState.PLACED, version)).await().indefinitely();
  }

  @Test
  void a_view_that_is_written_wakes_all_who_wait_for_it_and_nobody_else() {
    var first = sleeper(order.orderId());
    var second = sleeper(order.orderId());
    var stranger = sleeper(other.orderId());

    told(order, 1);

    first.assertCompleted();
    second.assertCompleted();
    stranger.assertNotTerminated();
    assertThat(bell.find(order.orderId()).await().indefinitely()).contains(order.view(OrderState.PLACED, 1));
  }

  @Test
  void one_that_changes_nothing_wakes_nobody() {
    told(order, 2);
    var sleeper = sleeper(order.orderId());

    told(order, 1);

    sleeper.assertNotTerminated();
  }

  @Test
  void who_no_longer_waits_is_forgotten() {
    var one = sleeper(order.orderId());
    var another = sleeper(order.orderId());

    one.cancel();
    assertThat(bell.waitedFor()).isEqualTo(1);
    another.cancel();
    assertThat(bell.waitedFor()).isZero();
  }

  @Test
  void who_was_woken_is_forgotten() {
    sleeper(order.orderId());
    told(order, 1);
    assertThat(bell.waitedFor()).isZero();
  }
}
