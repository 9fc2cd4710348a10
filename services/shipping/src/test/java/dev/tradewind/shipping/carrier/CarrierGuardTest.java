package dev.tradewind.shipping.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.core.WaitingRoom;
import dev.tradewind.shipping.domain.CarrierCall;
import dev.tradewind.shipping.domain.ShipmentCommand;
import dev.tradewind.shipping.domain.ShipmentCommand.Booked;
import dev.tradewind.shipping.domain.ShipmentCommand.NotBooked;
import dev.tradewind.shipping.carrier.CountingCarrier.Mode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guard, driven through its states; every request that reaches the carrier is counted. */
@QuarkusTest
@QuarkusTestResource(value = CountingCarrier.class, restrictToAnnotatedClass = true)
class CarrierGuardTest {

  private static final int WINDOW = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Inject
  CarrierEdge edge;

  @Inject
  @RestClient
  Carrier carrier;

  @Inject
  CircuitBreakerMaintenance breakers;

  @Inject
  WaitingRoom waiting;

  @BeforeEach
  void calm() {
    CountingCarrier.mode = Mode.BOOK;
    // The breaker exists from the first call on.
    failureOf(call(0));
    breakers.reset(Carrier.GUARD);
    CountingCarrier.REQUESTS.set(0);
  }

  @Test
  void the_breaker_opens_lets_nothing_through_tries_again_and_closes() {
    CountingCarrier.mode = Mode.FAIL;
    var failures = IntStream.range(0, WINDOW).mapToObj(n -> failureOf(call(n))).toList();
    assertThat(failures).noneMatch(CircuitBreakerOpenException.class::isInstance);
    assertThat(CountingCarrier.REQUESTS).as("one request a call: nothing is retried here").hasValue(WINDOW);
    assertThat(breakers.currentState(Carrier.GUARD)).isEqualTo(CircuitBreakerState.OPEN);

    for (int n = 0; n < 2 * WINDOW; n++) {
      assertThat(failureOf(call(n))).isInstanceOf(CircuitBreakerOpenException.class);
    }
    assertThat(failureOf(carrier.cancel("any"))).as("another call shares the breaker").isInstanceOf(CircuitBreakerOpenException.class);
    assertThat(CountingCarrier.REQUESTS).as("an open breaker makes no requests").hasValue(WINDOW);

    CountingCarrier.mode = Mode.BOOK;
    await().atMost(PATIENCE).until(() -> succeeds(call(1)));
    assertThat(breakers.currentState(Carrier.GUARD)).isEqualTo(CircuitBreakerState.HALF_OPEN);
    assertThat(succeeds(call(2)) && succeeds(call(3))).isTrue();
    assertThat(breakers.currentState(Carrier.GUARD)).isEqualTo(CircuitBreakerState.CLOSED);
    assertThat(CountingCarrier.REQUESTS).as("three trials").hasValue(WINDOW + 3);
  }

  @Test
  void a_half_open_breaker_opens_again_at_the_first_failure() {
    CountingCarrier.mode = Mode.FAIL;
    IntStream.range(0, WINDOW).forEach(n -> failureOf(call(n)));

    await().atMost(PATIENCE).until(() -> !(failureOf(call(1)) instanceof CircuitBreakerOpenException));

    assertThat(breakers.currentState(Carrier.GUARD)).isEqualTo(CircuitBreakerState.OPEN);
    assertThat(CountingCarrier.REQUESTS).hasValue(WINDOW + 1);
  }

  @Test
  void while_the_breaker_is_open_commands_wait_and_when_it_closes_they_go_on() {
    CountingCarrier.mode = Mode.FAIL;
    IntStream.range(0, WINDOW).forEach(n -> failureOf(call(n)));
    // Whoever tries after the pause does not come to an end: nobody follows before the breaker closes.
    waiting.enter(() -> Uni.createFrom().nothing()).subscribe().with(never -> { });
    var second = waiting.enter(() -> Uni.createFrom().item("went on")).subscribeAsCompletionStage();
    assertThat(second).isNotDone();

    CountingCarrier.mode = Mode.BOOK;
    await().atMost(PATIENCE).until(() -> succeeds(call(1)));
    assertThat(breakers.currentState(Carrier.GUARD)).isEqualTo(CircuitBreakerState.HALF_OPEN);
    assertThat(second).isNotDone();
    assertThat(succeeds(call(2)) && succeeds(call(3))).isTrue();

    assertThat(second).isCompletedWithValue("went on");
  }

  @Test
  void refusals_are_answers_and_never_open_the_breaker() {
    CountingCarrier.mode = Mode.REFUSE;

    for (int n = 0; n < 2 * WINDOW; n++) {
      assertThat(outcome(call(n))).isEqualTo(new NotBooked("guard-" + n, "shipment-refused"));
    }

    assertThat(breakers.currentState(Carrier.GUARD)).isEqualTo(CircuitBreakerState.CLOSED);
  }

  @Test
  void what_does_not_fit_the_bulkhead_fails_at_once_and_does_not_reach_the_carrier() {
    CountingCarrier.mode = Mode.HANG;
    var failures = new ConcurrentLinkedQueue<Throwable>();

    IntStream.range(0, 12).forEach(n -> failure(call(n)).subscribe().with(failures::add));

    await().atMost(PATIENCE).until(() -> CountingCarrier.REQUESTS.get() == 8);
    assertThat(failures).as("8 under way, 1 waits").hasSize(3).hasOnlyElementsOfType(BulkheadException.class);
    CountingCarrier.mode = Mode.FAIL;
    CountingCarrier.release();
    await().atMost(PATIENCE).until(() -> failures.size() == 12);
  }

  @Test
  void a_field_the_carrier_adds_to_its_answers_disturbs_nobody() {
    assertThat(outcome(call(1))).isEqualTo(new Booked("guard-1", "TW1"));
  }

  @Test
  void the_breaker_can_be_watched() {
    outcome(call(1));

    var metrics = RestAssured.get("/q/metrics").then().statusCode(200).extract().asString();

    assertThat(metrics.lines())
        .anyMatch(line -> line.startsWith("tradewind_guard_state{") && line.contains("guard=\"carrier\""))
        .anyMatch(line -> line.startsWith("tradewind_guard_calls_total{") && line.contains("guard=\"carrier\"") && line.contains("outcome=\"done\""));
  }

  private Uni<ShipmentCommand> call(int n) {
    var address = new Address("A. Customer", "1 Quay", "Hamburg", "20457", "DE");
    return edge.perform(new CarrierCall.Book("guard-" + n, address, List.of(new Quantity("SKU-1", 1))), false);
  }

  private static ShipmentCommand outcome(Uni<ShipmentCommand> call) {
    return call.await().atMost(PATIENCE);
  }

  private static boolean succeeds(Uni<ShipmentCommand> call) {
    return call.map(outcome -> true).onFailure().recoverWithItem(false).await().atMost(PATIENCE);
  }

  private static Throwable failureOf(Uni<?> call) {
    return failure(call).await().atMost(PATIENCE);
  }

  private static Uni<Throwable> failure(Uni<?> call) {
    return call.map(outcome -> (Throwable) new AssertionError("it succeeded: " + outcome)).onFailure().recoverWithItem(failure -> failure);
  }
}
