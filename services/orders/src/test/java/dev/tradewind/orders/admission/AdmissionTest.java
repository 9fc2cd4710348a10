package dev.tradewind.orders.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.orders.domain.OrderEvent;
import dev.tradewind.quarkus.Problem;
import dev.tradewind.quarkus.QueueWaits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<UniEmitter<? super String>> accepting = new ArrayList<>();

  @Test
  void an_order_comes_in_when_nobody_waits() {
    var order = admit(admission(Duration.ZERO, 1));
    accepting.getFirst().complete("accepted");

    order.assertItem("accepted");
  }

  @Test
  void a_backlog_that_is_as_long_as_it_may_be_lets_orders_in() {
    admit(admission(Duration.ofSeconds(2), 1)).assertNotTerminated();

    assertThat(accepting).hasSize(1);
  }

  @Test
  void a_longer_backlog_keeps_orders_out_and_says_when_to_come_again() {
    var order = admit(admission(Duration.ofMillis(3_500), 10));

    assertThat(problem(order).status()).isEqualTo(503);
    assertThat(problem(order).retryAfter()).contains(Duration.ofMillis(3_500));
    assertThat(accepting).as("nothing was begun").isEmpty();
    assertThat(refused("behind")).isEqualTo(1);
  }

  @Test
  void no_more_are_accepted_at_once_than_may_be() {
    var admission = admission(Duration.ZERO, 2);
    admit(admission).assertNotTerminated();
    admit(admission).assertNotTerminated();

    var third = admit(admission);
    assertThat(problem(third).status()).isEqualTo(503);
    assertThat(problem(third).retryAfter()).contains(Duration.ofSeconds(1));
    assertThat(refused("too-many-at-once")).isEqualTo(1);
  }

  @Test
  void whoever_is_done_makes_room_also_by_failing_or_leaving() {
    var admission = admission(Duration.ZERO, 1);
    admit(admission);
    accepting.getLast().complete("accepted");
    admit(admission).assertNotTerminated();
    accepting.getLast().fail(new IllegalStateException("no journal"));
    admit(admission).assertNotTerminated().cancel();

    admit(admission).assertNotTerminated();
    assertThat(accepting).hasSize(4);
  }

  @Test
  void a_refusal_takes_no_room() {
    var admission = admission(Duration.ZERO, 1);
    admit(admission);
    admit(admission);
    accepting.getFirst().complete("accepted");

    admit(admission).assertNotTerminated();
  }

  @Test
  void accepting_that_cannot_even_begin_takes_no_room() {
    var admission = admission(Duration.ZERO, 1);
    admission.admit(() -> {
      throw new IllegalStateException("broken");
    }).subscribe().withSubscriber(UniAssertSubscriber.create()).assertFailedWith(IllegalStateException.class, "broken");

    admit(admission).assertNotTerminated();
  }

  @Test
  void while_as_many_are_under_way_as_may_be_orders_are_kept_out() {
    var sagas = new SagasUnderWay(InstantSource.fixed(Instant.EPOCH), meters);
    var admission = new Admission(sagas, new QueueWaits(InstantSource.fixed(Instant.EPOCH), meters), meters, 2, 2, 10, 2_000);
    sagas.committed(SagasUnderWayTest.commit("o-1", SagasUnderWayTest.PLACED));
    admit(admission).assertNotTerminated();
    sagas.committed(SagasUnderWayTest.commit("o-2", SagasUnderWayTest.PLACED));

    var refused = admit(admission);
    assertThat(problem(refused).status()).isEqualTo(503);
    assertThat(problem(refused).retryAfter()).contains(Duration.ofSeconds(1));
    assertThat(refused("too-many-under-way")).isEqualTo(1);

    sagas.committed(SagasUnderWayTest.commit("o-1", new OrderEvent.OrderConfirmed()));
    admit(admission).assertNotTerminated();
  }

  @Test
  void a_fresh_instance_lets_few_in_and_one_more_with_each_of_its_orders_that_ends() {
    var sagas = new SagasUnderWay(InstantSource.fixed(Instant.EPOCH), meters);
    var admission = new Admission(sagas, new QueueWaits(InstantSource.fixed(Instant.EPOCH), meters), meters, 3, 1, 10, 2_000);
    sagas.committed(SagasUnderWayTest.commit("left-by-another", new OrderEvent.OrderConfirmed()));
    sagas.committed(SagasUnderWayTest.commit("o-1", SagasUnderWayTest.PLACED));
    assertThat(problem(admit(admission)).status()).as("one is all it may have").isEqualTo(503);

    sagas.committed(SagasUnderWayTest.commit("o-1", new OrderEvent.OrderConfirmed()));
    sagas.committed(SagasUnderWayTest.commit("o-2", SagasUnderWayTest.PLACED));
    admit(admission).assertNotTerminated();
    sagas.committed(SagasUnderWayTest.commit("o-3", SagasUnderWayTest.PLACED));
    assertThat(problem(admit(admission)).status()).as("two are all it may have").isEqualTo(503);

    sagas.committed(SagasUnderWayTest.commit("o-2", new OrderEvent.OrderConfirmed()));
    sagas.committed(SagasUnderWayTest.commit("o-3", new OrderEvent.OrderConfirmed()));
    for (String order : List.of("o-4", "o-5", "o-6")) {
      admit(admission).assertNotTerminated();
      sagas.committed(SagasUnderWayTest.commit(order, SagasUnderWayTest.PLACED));
    }
    assertThat(problem(admit(admission)).status()).as("three are the most").isEqualTo(503);
  }

  private Admission admission(Duration standing, int atOnce) {
    var now = new AtomicReference<>(Instant.EPOCH);
    var waits = new QueueWaits(now::get, meters);
    waits.received(Admission.ANSWERS, standing);
    now.set(Instant.EPOCH.plusSeconds(1));
    return new Admission(new SagasUnderWay(now::get, meters), waits, meters, 1, 1, atOnce, 2_000);
  }

  private UniAssertSubscriber<String> admit(Admission admission) {
    return admission.admit(() -> Uni.createFrom().<String>emitter(accepting::add)).subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  private static Problem problem(UniAssertSubscriber<String> refused) {
    return (Problem) refused.assertFailed().getFailure();
  }

  private double refused(String why) {
    return meters.get("tradewind.admission").tag("reason", why).counter().count();
  }
}
