package dev.tradewind.orders.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Address;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.orders.domain.OrderEvent;
import dev.tradewind.orders.domain.OrderIds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SagasUnderWayTest {

  static final OrderEvent PLACED = new OrderEvent.OrderPlaced("o-1", "c-1", "EUR", List.of(), "tok_approved",
      new Address("Recipient", "1 Harbour Street", "Bremen", "28195", "DE"), "fingerprint", "order-v1");

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SagasUnderWay sagas = new SagasUnderWay(now::get, meters);

  static List<OrderEvent> ends() {
    return List.of(new OrderEvent.OrderConfirmed(), new OrderEvent.OrderRejected(), new OrderEvent.OrderCancelled(),
        new OrderEvent.AttentionNeeded("capture-payment", "unanswered"));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void an_order_is_under_way_until_it_is_confirmed_given_up_or_a_persons_business(OrderEvent end) {
    sagas.committed(commit("o-1", PLACED));
    assertThat(sagas.count()).isEqualTo(1);

    sagas.committed(commit("o-1", new OrderEvent.StepCompleted("reserve-stock", Optional.empty())));
    assertThat(sagas.count()).isEqualTo(1);

    sagas.committed(commit("o-1", end));
    assertThat(sagas.count()).isZero();
  }

  @Test
  void the_last_step_and_the_end_in_one_commit_end_it_once() {
    sagas.committed(commit("o-1", PLACED));
    sagas.committed(commit("o-2", PLACED));
    sagas.committed(commit("o-1", new OrderEvent.StepCompleted("capture-payment", Optional.empty()), new OrderEvent.OrderConfirmed()));

    assertThat(sagas.count()).isEqualTo(1);
  }

  @Test
  void an_order_held_up_before_it_was_confirmed_is_a_persons_business_and_one_held_up_afterwards_was_counted_out_before() {
    sagas.committed(commit("o-1", PLACED));
    sagas.committed(commit("o-2", PLACED));
    sagas.committed(commit("o-1", new OrderEvent.FraudSuspected(List.of("velocity"), "5 orders"), new OrderEvent.ReviewStarted()));
    assertThat(sagas.count()).isEqualTo(1);

    sagas.committed(commit("o-3", new OrderEvent.ReviewStarted()));
    assertThat(sagas.count()).isEqualTo(1);
  }

  @Test
  void ends_of_orders_that_others_accepted_do_not_make_it_less_than_none() {
    sagas.committed(commit("o-1", new OrderEvent.OrderConfirmed()));
    sagas.committed(commit("o-2", PLACED));

    assertThat(sagas.count()).isEqualTo(1);
  }

  @Test
  void an_order_whose_end_somebody_else_hears_of_is_forgotten_after_a_while() {
    sagas.committed(commit("o-1", PLACED));
    now.set(Instant.EPOCH.plus(Duration.ofMinutes(4)));
    sagas.committed(commit(now.get(), "o-2", PLACED));
    assertThat(sagas.count()).isEqualTo(2);

    now.set(Instant.EPOCH.plus(Duration.ofMinutes(6)));
    assertThat(sagas.count()).isEqualTo(1);
  }

  @Test
  void it_can_be_watched() {
    sagas.committed(commit("o-1", PLACED));

    assertThat(meters.get("tradewind.sagas").gauge().value()).isEqualTo(1);
  }

  static Commit<OrderEvent> commit(String orderId, OrderEvent... events) {
    return commit(Instant.EPOCH, orderId, events);
  }

  private static Commit<OrderEvent> commit(Instant at, String orderId, OrderEvent... events) {
    return new Commit<>(OrderIds.stream(orderId), 1, Cause.request("place", orderId, ""), at, List.of(events), List.of());
  }
}
