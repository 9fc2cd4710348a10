package dev.tradewind.chaos.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.chaos.recovery.Journey.Stop;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class JourneysTest {

  private static final String NOTHING = "";
  private static final String DEADLINE = "[[\"tradewind.chassis.Deadline.v1\",{\"stream\":\"order/1\"},\"2026-01-01T00:00:00Z\"]]";

  private final Journeys journeys = new Journeys(InstantSource.fixed(Instant.EPOCH));

  @Test
  void anOrderWaitsForTheServiceItAskedLast() {
    journeys.made("order/1", 1, "[[\"OrderPlaced\",{}]]",
        "[[\"tradewind.inventory.ReserveStock.v1\",{}],[\"tradewind.orders.OrderPlaced.v1\",{}]]");
    journeys.made("order/1", 2, "[[\"StepCompleted\",{}]]",
        "[[\"tradewind.chassis.Deadline.v1\",{}],[\"tradewind.payments.AuthorizePayment.v1\",{}]]");
    assertThat(stops()).extracting(Stop::waitsFor).containsExactly("inventory", "payments");
  }

  @Test
  void aCommitThatAsksNobodyChangesNothingAboutThat() {
    journeys.made("order/1", 1, "[[\"OrderPlaced\",{}]]", "[[\"tradewind.inventory.ReserveStock.v1\",{}]]");
    journeys.made("order/1", 2, "[[\"CancellationRequested\",{}]]", NOTHING);
    journeys.made("order/1", 3, "[[\"StepRetried\",{}]]", DEADLINE);
    assertThat(stops()).extracting(Stop::waitsFor).containsOnly("inventory");
  }

  @Test
  void aConfirmedOrderWaitsForShipping() {
    journeys.made("order/1", 1, "[[\"orders.StepCompleted.v1\",{}],[\"orders.OrderConfirmed.v1\",{}]]",
        "[[\"tradewind.orders.OrderConfirmed.v1\",{}]]");
    assertThat(stops()).extracting(Stop::waitsFor).containsExactly("shipping");
  }

  @Test
  void itEndsWhenItIsDeliveredCancelledOrRejected() {
    journeys.made("order/1", 1, "[[\"OrderConfirmed\",{}]]", NOTHING);
    assertThat(journeys.ended()).isZero();
    assertThat(journeys.lastEnd()).isEmpty();
    journeys.made("order/1", 2, "[[\"OrderDelivered\",{}]]", NOTHING);
    journeys.made("order/2", 1, "[[\"x.OrderCancelled.v1\",{}]]", NOTHING);
    journeys.made("order/3", 1, "[[\"OrderRejected\",{}]]", NOTHING);
    assertThat(journeys.ended()).isEqualTo(3);
    assertThat(journeys.lastEnd()).contains(Instant.EPOCH);
  }

  @Test
  void aCommitThatIsHeardOfAgainIsTheSameStop() {
    journeys.made("order/1", 1, "[[\"OrderPlaced\",{}]]", "[[\"tradewind.inventory.ReserveStock.v1\",{}]]");
    journeys.made("order/1", 1, "[[\"OrderPlaced\",{}]]", "[[\"tradewind.inventory.ReserveStock.v1\",{}]]");
    journeys.made("order/1", 2, "[[\"OrderDelivered\",{}]]", NOTHING);
    journeys.made("order/1", 2, "[[\"OrderDelivered\",{}]]", NOTHING);

    assertThat(stops()).hasSize(2);
    assertThat(journeys.ends()).containsExactly(Instant.EPOCH);
  }

  @Test
  void itIsKnownWhichOrdersHaveEndedAndWhen() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    Journeys timed = new Journeys(now::get);
    timed.made("order/1", 1, "[[\"OrderPlaced\",{}]]", NOTHING);
    timed.made("order/2", 1, "[[\"OrderPlaced\",{}]]", NOTHING);
    now.set(Instant.EPOCH.plusSeconds(9));
    timed.made("order/2", 2, "[[\"OrderDelivered\",{}]]", NOTHING);
    now.set(Instant.EPOCH.plusSeconds(4));
    timed.made("order/3", 1, "[[\"OrderRejected\",{}]]", NOTHING);

    assertThat(timed.hasEnded("1")).isFalse();
    assertThat(timed.hasEnded("2")).isTrue();
    assertThat(timed.hasEnded("unheard-of")).isFalse();
    assertThat(timed.ends()).containsExactly(Instant.EPOCH.plusSeconds(4), Instant.EPOCH.plusSeconds(9));
  }

  @Test
  void aNameThatOnlyContainsThatOfAnEndIsNone() {
    journeys.made("order/1", 1, "[[\"OrderDeliveredLate\",{}]]", NOTHING);
    assertThat(journeys.ended()).isZero();
  }

  @Test
  void otherStreamsAreNoOrders() {
    journeys.made("payment/1", 1, "[[\"OrderDelivered\",{}]]", NOTHING);
    assertThat(journeys.all()).isEmpty();
  }

  private List<Stop> stops() {
    return journeys.all().getFirst().stops();
  }
}
