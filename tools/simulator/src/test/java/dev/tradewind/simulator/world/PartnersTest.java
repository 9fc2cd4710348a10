package dev.tradewind.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.checker.LedgerEntry;
import dev.tradewind.checker.Parcel;
import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.payments.psp.Psp;
import dev.tradewind.payments.psp.PspRefusal;
import dev.tradewind.shipping.carrier.Carrier.Booking;
import dev.tradewind.shipping.carrier.CarrierRefusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartnersTest {

  private final Provider provider = new Provider();
  private final CarrierBook carrier = new CarrierBook();

  @Test
  void the_provider_does_once_what_it_is_asked_twice_under_one_key() {
    var first = provider.authorize("k", asked(100));

    assertThat(provider.authorize("k", asked(100))).isEqualTo(first);
    assertThat(provider.ledger()).containsExactly(new LedgerEntry("order", LedgerEntry.Kind.AUTHORIZED, 100));
    assertThat(provider.operation("k").answer()).isEqualTo(first);
  }

  @Test
  void the_provider_refuses_a_key_that_was_used_for_something_else() {
    provider.authorize("k", asked(100));

    assertThatThrownBy(() -> provider.authorize("k", asked(200))).isInstanceOf(PspRefusal.class).hasMessageContaining("key-reused");
  }

  @Test
  void money_is_captured_or_let_go_but_not_both() {
    var captured = provider.authorize("a", asked(100)).id().orElseThrow();
    provider.capture("c", captured, new Psp.Amount(100));
    assertThatThrownBy(() -> provider.release("v", captured)).hasMessageContaining("authorization-captured");

    var voided = provider.authorize("b", asked(100)).id().orElseThrow();
    provider.release("w", voided);
    assertThatThrownBy(() -> provider.capture("d", voided, new Psp.Amount(100))).hasMessageContaining("authorization-voided");
  }

  @Test
  void no_more_is_refunded_than_was_captured() {
    var authorization = provider.authorize("a", asked(100)).id().orElseThrow();
    var capture = provider.capture("c", authorization, new Psp.Amount(100)).id().orElseThrow();
    provider.refund("r", capture, new Psp.Amount(100));

    assertThatThrownBy(() -> provider.refund("s", capture, new Psp.Amount(1))).hasMessageContaining("amount-too-large");
  }

  @Test
  void a_booking_that_comes_after_its_cancellation_finds_the_tombstone() {
    carrier.cancel("order");

    assertThatThrownBy(() -> carrier.book("order", booking())).isInstanceOf(CarrierRefusal.class).hasMessageContaining("shipment-cancelled");
    assertThat(carrier.parcels()).containsExactly(new Parcel("order", Parcel.Status.CANCELLED));
  }

  @Test
  void what_was_handed_over_is_not_cancelled() {
    carrier.book("order", booking());
    carrier.handOver("order");

    assertThatThrownBy(() -> carrier.cancel("order")).hasMessageContaining("already-dispatched");
  }

  private static Psp.Authorization asked(long amount) {
    return new Psp.Authorization("order", amount, "EUR", Provider.APPROVED);
  }

  private static Booking booking() {
    return new Booking("order", new Address("Someone", "1 Street", "City", "12345", "DE"), List.of(new Quantity("SKU-1", 1)));
  }
}
