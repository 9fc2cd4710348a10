package dev.tradewind.shipping.domain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.shipping.ShipmentArranged;
import dev.tradewind.contracts.shipping.ShipmentCancelRefused;
import dev.tradewind.contracts.shipping.ShipmentCancelled;
import dev.tradewind.contracts.shipping.ShipmentDispatched;
import dev.tradewind.contracts.shipping.ShipmentHeld;
import dev.tradewind.contracts.shipping.ShipmentHoldRefused;
import dev.tradewind.shipping.domain.ShipmentCommand.Advance;
import dev.tradewind.shipping.domain.ShipmentCommand.Arrange;
import dev.tradewind.shipping.domain.ShipmentCommand.Cancel;
import dev.tradewind.shipping.domain.ShipmentCommand.Gone;
import dev.tradewind.shipping.domain.ShipmentCommand.HandedOver;
import dev.tradewind.shipping.domain.ShipmentCommand.Hold;
import dev.tradewind.shipping.domain.ShipmentCommand.Resume;
import dev.tradewind.shipping.domain.ShipmentCommand.TooLate;
import dev.tradewind.shipping.domain.ShipmentEvent.Arranged;
import dev.tradewind.shipping.domain.ShipmentEvent.CancelRefused;
import dev.tradewind.shipping.domain.ShipmentEvent.Cancelled;
import dev.tradewind.shipping.domain.ShipmentEvent.Delivered;
import dev.tradewind.shipping.domain.ShipmentEvent.Dispatched;
import dev.tradewind.shipping.domain.ShipmentEvent.Held;
import dev.tradewind.shipping.domain.ShipmentEvent.HoldRefused;
import dev.tradewind.shipping.domain.ShipmentEvent.Refused;
import dev.tradewind.shipping.domain.ShipmentEvent.Resumed;
import dev.tradewind.testkit.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A parcel is kept here while somebody looks at its order; but whether the carrier has it, only the carrier knows. */
class HoldingTest {

  private static final Duration WAITING = Duration.ofSeconds(3);
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);
  private static final Instant NOW = DeciderSpec.START;

  private static final Hold HOLD = new Hold("o-1");
  private static final Resume RESUME = new Resume("o-1");
  private static final Advance ADVANCE = new Advance("o-1");
  private static final ShipmentHoldRefused TOLD_TOO_LATE = new ShipmentHoldRefused("o-1", "already-dispatched");
  private static final ShipmentDispatched TOLD_DISPATCHED = new ShipmentDispatched("o-1", "TW1");

  private final DeciderSpec<Shipment, ShipmentCommand, ShipmentEvent> held = given(new Arranged("TW1"), new Held());

  private static DeciderSpec<Shipment, ShipmentCommand, ShipmentEvent> given(ShipmentEvent... events) {
    return DeciderSpec.of(new ShipmentDecider(WAITING, UNDER_WAY)).given(events);
  }

  @Nested
  class When_somebody_asks_to_hold_a_parcel {

    @Test
    void that_waits_here_it_is_held_and_told() {
      given(new Arranged("TW1")).when(HOLD).thenEvents(new Held()).thenMessages(new ShipmentHeld("o-1")).thenNeverWakes();
    }

    @Test
    void that_is_held_the_answer_is_repeated() {
      held.when(HOLD).thenRepeats(ShipmentHeld.class);
    }

    @Test
    void that_left_it_is_too_late() {
      given(new Arranged("TW1"), new Dispatched()).when(HOLD).thenEvents(new HoldRefused()).thenMessages(TOLD_TOO_LATE).thenNeverWakes();
      given(new Arranged("TW1"), new Dispatched(), new Delivered()).when(HOLD).thenEvents(new HoldRefused()).thenMessages(TOLD_TOO_LATE);
    }

    static Stream<DeciderSpec<Shipment, ShipmentCommand, ShipmentEvent>> nothingToHold() {
      return Stream.of(given(), given(new Refused("no")), given(new Cancelled()), given(new Arranged("TW1"), new Cancelled()));
    }

    @ParameterizedTest
    @MethodSource("nothingToHold")
    void that_will_never_leave_nothing_changes(DeciderSpec<Shipment, ShipmentCommand, ShipmentEvent> shipment) {
      shipment.when(HOLD).thenNothing();
      shipment.when(RESUME).thenNothing();
    }

    @Test
    void a_refusal_changes_nothing_about_the_parcel() {
      given(new Arranged("TW1"), new Dispatched(), new HoldRefused()).when(new Cancel("o-1")).thenEvents(new CancelRefused());
    }
  }

  @Nested
  class While_it_is_held {

    @Test
    void its_deadline_hands_nothing_over() {
      held.at(NOW.plus(Duration.ofDays(30))).when(ADVANCE).thenNothing();
    }

    @Test
    void a_second_booking_is_answered_as_before() {
      held.when(new Arrange("o-1", new Address("A. Customer", "1 Quay", "Hamburg", "20457", "DE"), List.of()))
          .thenRepeats(ShipmentArranged.class);
    }

    @Test
    void a_cancellation_asks_the_carrier_and_ends_it() {
      held.when(new Cancel("o-1")).thenAsks(new CarrierCall.Cancel("o-1"));
      held.when(new Gone("o-1")).thenEvents(new Cancelled()).thenMessages(new ShipmentCancelled("o-1"))
          .when(RESUME).thenNothing();
    }

    @Test
    void a_carrier_who_took_it_meanwhile_has_it() {
      held.when(new HandedOver("o-1")).thenEvents(new Dispatched()).thenMessages(TOLD_DISPATCHED).thenWakesAt(NOW.plus(UNDER_WAY))
          .when(RESUME).thenNothing();
    }

    @Test
    void a_cancellation_that_finds_the_carrier_had_taken_it_comes_too_late() {
      held.when(new TooLate("o-1"))
          .thenEvents(new Dispatched(), new CancelRefused())
          .thenMessages(TOLD_DISPATCHED, new ShipmentCancelRefused("o-1", "already-dispatched"))
          .thenWakesAt(NOW.plus(UNDER_WAY));
    }
  }

  @Nested
  class When_it_is_resumed {

    @Test
    void it_waits_once_more_as_after_a_confirmation_then_it_is_handed_over() {
      held.at(NOW.plusSeconds(60)).when(RESUME)
          .thenEvents(new Resumed()).thenMessages().thenWakesAt(NOW.plusSeconds(63))
          .at(NOW.plusSeconds(63)).when(ADVANCE).thenAsks(new CarrierCall.HandOver("o-1"));
    }

    @Test
    void resuming_twice_resumes_once() {
      held.when(RESUME).when(RESUME).thenNothing();
    }

    @Test
    void a_parcel_that_nobody_holds_is_not_resumed() {
      given(new Arranged("TW1")).when(RESUME).thenNothing();
      given(new Arranged("TW1"), new Dispatched()).when(RESUME).thenNothing();
      given(new Arranged("TW1"), new Dispatched(), new Delivered()).when(RESUME).thenNothing();
    }
  }

  @Test
  void a_parcel_waits_for_no_negative_time() {
    assertThatThrownBy(() -> new ShipmentDecider(Duration.ofSeconds(-1), UNDER_WAY))
        .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("dispatchAfter must be 0 or more");
  }
}
