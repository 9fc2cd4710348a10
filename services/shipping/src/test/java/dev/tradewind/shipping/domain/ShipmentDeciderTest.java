package dev.tradewind.shipping.domain;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.shipping.ShipmentArranged;
import dev.tradewind.contracts.shipping.ShipmentCancelRefused;
import dev.tradewind.contracts.shipping.ShipmentCancelled;
import dev.tradewind.contracts.shipping.ShipmentDelivered;
import dev.tradewind.contracts.shipping.ShipmentDispatched;
import dev.tradewind.contracts.shipping.ShipmentRefused;
import dev.tradewind.shipping.domain.ShipmentCommand.Advance;
import dev.tradewind.shipping.domain.ShipmentCommand.Arrange;
import dev.tradewind.shipping.domain.ShipmentCommand.Booked;
import dev.tradewind.shipping.domain.ShipmentCommand.Brought;
import dev.tradewind.shipping.domain.ShipmentCommand.Cancel;
import dev.tradewind.shipping.domain.ShipmentCommand.Gone;
import dev.tradewind.shipping.domain.ShipmentCommand.HandedOver;
import dev.tradewind.shipping.domain.ShipmentCommand.NotBooked;
import dev.tradewind.shipping.domain.ShipmentCommand.TooLate;
import dev.tradewind.shipping.domain.ShipmentEvent.Arranged;
import dev.tradewind.shipping.domain.ShipmentEvent.CancelRefused;
import dev.tradewind.shipping.domain.ShipmentEvent.Cancelled;
import dev.tradewind.shipping.domain.ShipmentEvent.Delivered;
import dev.tradewind.shipping.domain.ShipmentEvent.Dispatched;
import dev.tradewind.shipping.domain.ShipmentEvent.Refused;
import dev.tradewind.testkit.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShipmentDeciderTest {

  private static final Duration WAITING = Duration.ofSeconds(3);
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);
  private static final Instant NOW = DeciderSpec.START;
  private static final Address HOME = new Address("A. Customer", "1 Quay", "Hamburg", "20457", "DE");
  private static final List<Quantity> LINES = List.of(new Quantity("SKU-1", 2));

  private static final Arrange ARRANGE = new Arrange("o-1", HOME, LINES);
  private static final Cancel CANCEL = new Cancel("o-1");
  private static final Advance ADVANCE = new Advance("o-1");
  private static final Booked BOOKED = new Booked("o-1", "TW1");
  private static final NotBooked NOT_BOOKED = new NotBooked("o-1", "shipment-refused");
  private static final Gone GONE = new Gone("o-1");
  private static final TooLate TOO_LATE = new TooLate("o-1");
  private static final HandedOver HANDED_OVER = new HandedOver("o-1");
  private static final Brought BROUGHT = new Brought("o-1");

  private static final ShipmentArranged TOLD_ARRANGED = new ShipmentArranged("o-1", "TW1");
  private static final ShipmentCancelled TOLD_CANCELLED = new ShipmentCancelled("o-1");
  private static final ShipmentRefused TOLD_TOO_LATE_TO_ARRANGE = new ShipmentRefused("o-1", "cancelled");
  private static final ShipmentCancelRefused TOLD_TOO_LATE_TO_CANCEL = new ShipmentCancelRefused("o-1", "already-dispatched");
  private static final ShipmentDispatched TOLD_DISPATCHED = new ShipmentDispatched("o-1", "TW1");

  private static DeciderSpec<Shipment, ShipmentCommand, ShipmentEvent> given(ShipmentEvent... events) {
    return DeciderSpec.of(new ShipmentDecider(WAITING, UNDER_WAY)).given(events);
  }

  @Nested
  class When_nobody_has_asked_for_a_carrier {

    @Test
    void the_carrier_is_asked_before_anything_is_committed() {
      given().when(ARRANGE).thenAsks(new CarrierCall.Book("o-1", HOME, LINES));
    }

    @Test
    void a_booking_is_committed_and_told() {
      given().when(BOOKED).thenEvents(new Arranged("TW1")).thenMessages(TOLD_ARRANGED).thenNeverWakes();
    }

    @Test
    void a_refusal_is_committed_and_told_with_its_reason() {
      given().when(NOT_BOOKED).thenEvents(new Refused("shipment-refused")).thenMessages(new ShipmentRefused("o-1", "shipment-refused"));
    }

    @Test
    void a_cancellation_asks_the_carrier_too_for_its_tombstone_stops_a_booking_under_way() {
      given().when(CANCEL).thenAsks(new CarrierCall.Cancel("o-1"));
    }

    @Test
    void the_tombstone_at_the_carrier_is_committed_here_too() {
      given().when(GONE).thenEvents(new Cancelled()).thenMessages(TOLD_CANCELLED);
    }

    @Test
    void a_parcel_that_only_the_carrier_knows_cannot_be_cancelled() {
      given().when(TOO_LATE).thenEvents(new CancelRefused()).thenMessages(TOLD_TOO_LATE_TO_CANCEL);
    }

    @Test
    void a_deadline_changes_nothing() {
      given().when(ADVANCE).thenNothing();
    }
  }

  @Nested
  class When_the_carrier_is_booked {

    private final DeciderSpec<Shipment, ShipmentCommand, ShipmentEvent> arranged = given(new Arranged("TW1"));

    @Test
    void the_same_question_and_every_late_answer_to_it_repeat_what_was_told() {
      arranged.when(ARRANGE).thenRepeats(ShipmentArranged.class);
      arranged.when(BOOKED).thenRepeats(ShipmentArranged.class);
      arranged.when(NOT_BOOKED).thenRepeats(ShipmentArranged.class);
    }

    @Test
    void a_cancellation_asks_the_carrier() {
      arranged.when(CANCEL).thenAsks(new CarrierCall.Cancel("o-1"));
    }

    @Test
    void what_the_carrier_let_go_is_committed_and_told() {
      arranged.when(GONE).thenEvents(new Cancelled()).thenMessages(TOLD_CANCELLED).thenNeverWakes();
    }

    @Test
    void a_cancellation_that_finds_the_parcel_handed_over_commits_what_the_carrier_says_and_starts_the_clock_of_the_delivery() {
      arranged.when(TOO_LATE)
          .thenEvents(new Dispatched(), new CancelRefused()).thenMessages(TOLD_DISPATCHED, TOLD_TOO_LATE_TO_CANCEL).thenWakesAt(NOW.plus(UNDER_WAY))
          .when(HANDED_OVER).thenRepeats(ShipmentDispatched.class);
    }

    @Test
    void the_deadline_hands_the_parcel_over() {
      arranged.when(ADVANCE).thenAsks(new CarrierCall.HandOver("o-1"));
    }

    @Test
    void the_handover_is_committed_and_told_and_starts_the_clock_of_the_delivery() {
      arranged.when(HANDED_OVER).thenEvents(new Dispatched()).thenMessages(TOLD_DISPATCHED).thenWakesAt(NOW.plus(UNDER_WAY));
    }
  }

  @Nested
  class When_the_carrier_refused {

    private final DeciderSpec<Shipment, ShipmentCommand, ShipmentEvent> refused = given(new Refused("shipment-refused"));

    @Test
    void the_same_question_and_every_late_answer_to_it_repeat_what_was_told() {
      refused.when(ARRANGE).thenRepeats(ShipmentRefused.class);
      refused.when(BOOKED).thenRepeats(ShipmentRefused.class);
      refused.when(NOT_BOOKED).thenRepeats(ShipmentRefused.class);
    }

    @Test
    void a_cancellation_needs_no_carrier() {
      refused.when(CANCEL).thenEvents(new Cancelled()).thenMessages(TOLD_CANCELLED)
          .when(ARRANGE).thenRepeats(ShipmentRefused.class);
    }

    @Test
    void a_cancellation_that_was_under_way_is_committed() {
      refused.when(GONE).thenEvents(new Cancelled()).thenMessages(TOLD_CANCELLED);
    }

    @Test
    void a_deadline_changes_nothing() {
      refused.when(ADVANCE).thenNothing();
    }
  }

  @Nested
  class When_it_was_cancelled {

    private final DeciderSpec<Shipment, ShipmentCommand, ShipmentEvent> cancelled = given(new Cancelled());

    static List<ShipmentCommand> lateArrangements() {
      return List.of(ARRANGE, BOOKED, NOT_BOOKED);
    }

    @ParameterizedTest
    @MethodSource("lateArrangements")
    void a_late_arrangement_is_refused_once_and_for_ever(ShipmentCommand late) {
      cancelled.when(late).thenEvents(new Refused("cancelled")).thenMessages(TOLD_TOO_LATE_TO_ARRANGE)
          .when(late).thenRepeats(ShipmentRefused.class);
    }

    @ParameterizedTest
    @MethodSource("lateArrangements")
    void an_arrangement_that_was_answered_before_is_answered_alike(ShipmentCommand late) {
      given(new Arranged("TW1"), new Cancelled()).when(late).thenRepeats(ShipmentArranged.class);
      given(new Refused("no"), new Cancelled()).when(late).thenRepeats(ShipmentRefused.class);
    }

    @Test
    void the_same_question_and_a_late_answer_to_it_repeat_what_was_told() {
      cancelled.when(CANCEL).thenRepeats(ShipmentCancelled.class);
      cancelled.when(GONE).thenRepeats(ShipmentCancelled.class);
      cancelled.when(TOO_LATE).thenRepeats(ShipmentCancelled.class);
    }

    @Test
    void a_deadline_changes_nothing() {
      cancelled.when(ADVANCE).thenNothing();
    }
  }

  @Nested
  class When_the_carrier_has_the_parcel {

    private final DeciderSpec<Shipment, ShipmentCommand, ShipmentEvent> dispatched = given(new Arranged("TW1"), new Dispatched());

    @Test
    void a_cancellation_comes_too_late_and_is_told_so_once_and_for_ever() {
      dispatched.when(CANCEL).thenEvents(new CancelRefused()).thenMessages(TOLD_TOO_LATE_TO_CANCEL).thenCallsNothing()
          .when(CANCEL).thenRepeats(ShipmentCancelRefused.class);
    }

    @Test
    void a_cancellation_whose_handover_was_committed_meanwhile_is_told_that_it_is_too_late() {
      dispatched.when(TOO_LATE).thenEvents(new CancelRefused()).thenMessages(TOLD_TOO_LATE_TO_CANCEL);
    }

    @Test
    void a_second_handover_repeats_what_was_told() {
      dispatched.when(HANDED_OVER).thenRepeats(ShipmentDispatched.class);
    }

    @Test
    void a_deadline_that_comes_too_early_waits() {
      dispatched.at(NOW.plus(UNDER_WAY).minusMillis(1)).when(ADVANCE).thenWaitsUntil(NOW.plus(UNDER_WAY));
    }

    @Test
    void the_deadline_has_it_delivered() {
      dispatched.at(NOW.plus(UNDER_WAY)).when(ADVANCE).thenAsks(new CarrierCall.Deliver("o-1"));
    }

    @Test
    void the_delivery_is_committed_and_told() {
      dispatched.when(BROUGHT).thenEvents(new Delivered()).thenMessages(new ShipmentDelivered("o-1", "TW1")).thenNeverWakes();
    }

    @Test
    void a_late_arrangement_repeats_what_was_told() {
      dispatched.when(ARRANGE).thenRepeats(ShipmentArranged.class);
    }
  }

  @Nested
  class When_the_customer_has_the_parcel {

    private final DeciderSpec<Shipment, ShipmentCommand, ShipmentEvent> delivered = given(new Arranged("TW1"), new Dispatched(), new Delivered());

    @Test
    void a_cancellation_comes_too_late_and_is_told_so_once_and_for_ever() {
      delivered.when(CANCEL).thenEvents(new CancelRefused()).thenMessages(TOLD_TOO_LATE_TO_CANCEL)
          .when(CANCEL).thenRepeats(ShipmentCancelRefused.class);
    }

    @Test
    void everything_else_changes_nothing() {
      delivered.when(ADVANCE).thenNothing();
      delivered.when(BROUGHT).thenRepeats(ShipmentDelivered.class);
      delivered.when(HANDED_OVER).thenRepeats(ShipmentDispatched.class);
      delivered.when(ARRANGE).thenRepeats(ShipmentArranged.class);
    }
  }
}
