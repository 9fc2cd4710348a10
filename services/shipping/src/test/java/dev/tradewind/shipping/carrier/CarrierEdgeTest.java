package dev.tradewind.shipping.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.shipping.domain.CarrierCall;
import dev.tradewind.shipping.domain.CarrierCall.Book;
import dev.tradewind.shipping.domain.CarrierCall.Cancel;
import dev.tradewind.shipping.domain.CarrierCall.Deliver;
import dev.tradewind.shipping.domain.CarrierCall.HandOver;
import dev.tradewind.shipping.domain.ShipmentCommand;
import dev.tradewind.shipping.domain.ShipmentCommand.Booked;
import dev.tradewind.shipping.domain.ShipmentCommand.Brought;
import dev.tradewind.shipping.domain.ShipmentCommand.Gone;
import dev.tradewind.shipping.domain.ShipmentCommand.HandedOver;
import dev.tradewind.shipping.domain.ShipmentCommand.NotBooked;
import dev.tradewind.shipping.domain.ShipmentCommand.TooLate;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The edge against the stand-in carrier, over HTTP. */
@QuarkusTest
class CarrierEdgeTest {

  @Inject
  CarrierEdge edge;

  @Inject
  @RestClient
  Carrier carrier;

  @ConfigProperty(name = "tradewind.carrier.url")
  String url;

  private final String orderId = UUID.randomUUID().toString();
  private Depot depot;

  @BeforeEach
  void open() {
    depot = new Depot(url);
    // A cold start may take longer than the timeout, and what a test did to the breaker must not last.
    await().atMost(Duration.ofSeconds(60)).until(() -> carrier.deliver("nobody-booked-this")
        .map(answer -> false).onFailure().recoverWithItem(CarrierRefusal.class::isInstance).await().atMost(Duration.ofSeconds(10)));
  }

  @AfterEach
  void end() {
    depot.endOutage();
  }

  @Test
  void a_parcel_is_booked_handed_over_and_delivered() {
    assertThat(perform(book("Hamburg"))).isInstanceOf(Booked.class);
    assertThat(perform(new HandOver(orderId))).isEqualTo(new HandedOver(orderId));
    assertThat(perform(new Deliver(orderId))).isEqualTo(new Brought(orderId));
    assertThat(depot.status(orderId)).isEqualTo("delivered");
  }

  @Test
  void every_call_may_be_repeated_and_is_answered_alike() {
    for (var call : List.of(book("Hamburg"), new HandOver(orderId), new Deliver(orderId))) {
      assertThat(perform(call)).isEqualTo(perform(call));
    }
    assertThat(perform(book("Hamburg"))).as("a repeat long after").isInstanceOf(Booked.class);
    assertThat(depot.entries(orderId)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"XX, 20457, shipment-refused", "DE, 00000, shipment-refused", "ZZ, 20457, invalid-field"})
  void a_refused_booking_is_an_outcome_with_its_reason(String country, String postalCode, String reason) {
    assertThat(perform(book("Hamburg", country, postalCode))).isEqualTo(new NotBooked(orderId, reason));
  }

  @Test
  void a_cancellation_that_comes_first_leaves_a_tombstone_on_which_the_booking_fails() {
    assertThat(perform(new Cancel(orderId))).isEqualTo(new Gone(orderId));
    assertThat(perform(new Cancel(orderId))).isEqualTo(new Gone(orderId));
    assertThat(perform(book("Hamburg"))).isEqualTo(new NotBooked(orderId, "cancelled"));
  }

  @Test
  void a_cancelled_parcel_is_not_handed_over() {
    perform(book("Hamburg"));
    perform(new Cancel(orderId));

    assertThat(perform(new HandOver(orderId))).isEqualTo(new Gone(orderId));
  }

  @Test
  void a_parcel_that_was_handed_over_cannot_be_cancelled() {
    perform(book("Hamburg"));
    perform(new HandOver(orderId));

    assertThat(perform(new Cancel(orderId))).isEqualTo(new TooLate(orderId));
  }

  @Test
  void a_lost_answer_is_heard_when_the_call_is_made_again() {
    assertThatThrownBy(() -> perform(book("Lostville"))).isNotInstanceOf(CarrierRefusal.class);

    assertThat(perform(book("Lostville"))).isInstanceOf(Booked.class);
    assertThat(depot.entries(orderId)).isOne();
  }

  @Test
  void an_answer_that_takes_too_long_is_given_up() {
    assertThatThrownBy(() -> perform(book("Slowville"))).isInstanceOf(TimeoutException.class);
    assertThat(depot.entries(orderId)).isOne();
  }

  @Test
  void an_error_is_no_outcome() {
    assertThatThrownBy(() -> perform(book("Errortown"))).isNotInstanceOf(CarrierRefusal.class);
    assertThatThrownBy(() -> perform(book("Errortown"))).isNotInstanceOf(CarrierRefusal.class);

    assertThat(perform(book("Errortown"))).isInstanceOf(Booked.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuse", "error", "hang", "lost"})
  void in_an_outage_there_is_no_outcome_and_after_it_the_call_is_made_once(String mode) {
    depot.beginOutage(mode, 60);
    assertThatThrownBy(() -> perform(book("Hamburg"))).isNotInstanceOf(CarrierRefusal.class);
    depot.endOutage();

    assertThat(perform(book("Hamburg"))).isInstanceOf(Booked.class);
    assertThat(depot.entries(orderId)).isOne();
  }

  @Test
  void what_the_carrier_never_heard_of_is_our_mistake_and_no_outcome() {
    assertThatThrownBy(() -> perform(new HandOver(orderId))).isInstanceOf(CarrierRefusal.class).hasMessageContaining("404 unknown-shipment");
  }

  private CarrierCall book(String city) {
    return book(city, "DE", "20457");
  }

  private CarrierCall book(String city, String country, String postalCode) {
    return new Book(orderId, new Address("A. Customer", "1 Quay", city, postalCode, country), List.of(new Quantity("SKU-1", 2)));
  }

  private ShipmentCommand perform(CarrierCall call) {
    return edge.perform(call, false).await().atMost(Duration.ofSeconds(10));
  }
}
