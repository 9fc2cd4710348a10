package dev.tradewind.shipping.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.payments.CapturePayment;
import dev.tradewind.contracts.shipping.ArrangeShipment;
import dev.tradewind.contracts.shipping.CancelShipment;
import dev.tradewind.contracts.shipping.HoldShipment;
import dev.tradewind.contracts.shipping.ResumeShipment;
import dev.tradewind.contracts.shipping.ShipmentArranged;
import dev.tradewind.contracts.shipping.ShipmentCancelRefused;
import dev.tradewind.contracts.shipping.ShipmentCancelled;
import dev.tradewind.contracts.shipping.ShipmentDelivered;
import dev.tradewind.contracts.shipping.ShipmentDispatched;
import dev.tradewind.contracts.shipping.ShipmentHeld;
import dev.tradewind.contracts.shipping.ShipmentHoldRefused;
import dev.tradewind.contracts.shipping.ShipmentRefused;
import dev.tradewind.core.Command;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Event;
import dev.tradewind.core.Message;
import dev.tradewind.core.Payload;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.shipping.domain.ShipmentStream;
import dev.tradewind.shipping.messaging.BookkeepingCarrier.Parcel;
import dev.tradewind.testkit.DeliveryOrder;
import dev.tradewind.testkit.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShipmentMessagesTest {

  private static final ArrangeShipment ARRANGE = World.arrange("DE");
  private static final CancelShipment CANCEL = new CancelShipment("o-1");
  private static final OrderConfirmed CONFIRMED = World.CONFIRMED;

  private static final HoldShipment HOLD = new HoldShipment("o-1");
  private static final ResumeShipment RESUME = new ResumeShipment("o-1");
  private static final Event HELD = new ShipmentHeld("o-1");
  private static final Event TOO_LATE_TO_HOLD = new ShipmentHoldRefused("o-1", "already-dispatched");
  private static final Event ARRANGED = new ShipmentArranged("o-1", "TW1");
  private static final Event CANCELLED = new ShipmentCancelled("o-1");
  private static final Event DISPATCHED = new ShipmentDispatched("o-1", "TW1");
  private static final Event DELIVERED = new ShipmentDelivered("o-1", "TW1");
  private static final Event TOO_LATE = new ShipmentCancelRefused("o-1", "already-dispatched");

  /** Each message is sent when the one before it was handled and all it led to has happened. */
  static Stream<Arguments> stories() {
    return Stream.of(
        story("delivered", Parcel.DELIVERED, List.of(ARRANGE, CONFIRMED), ARRANGED, DISPATCHED, DELIVERED),
        story("never confirmed", Parcel.BOOKED, List.of(ARRANGE), ARRANGED),
        story("refused", Parcel.REFUSED, List.of(World.arrange("XX")), new ShipmentRefused("o-1", "shipment-refused")),
        story("refused and cancelled", Parcel.REFUSED, List.of(World.arrange("XX"), CANCEL), new ShipmentRefused("o-1", "shipment-refused"), CANCELLED),
        story("cancelled in time", Parcel.CANCELLED, List.of(ARRANGE, CANCEL), ARRANGED, CANCELLED),
        story("cancelled before it began", Parcel.CANCELLED, List.of(CANCEL, ARRANGE), CANCELLED, new ShipmentRefused("o-1", "cancelled")),
        story("cancelled and yet confirmed", Parcel.CANCELLED, List.of(ARRANGE, CANCEL, CONFIRMED), ARRANGED, CANCELLED),
        story("cancelled too late", Parcel.DELIVERED, List.of(ARRANGE, CONFIRMED, CANCEL), ARRANGED, DISPATCHED, DELIVERED, TOO_LATE),
        story("held and resumed", Parcel.DELIVERED, List.of(ARRANGE, HOLD, CONFIRMED, RESUME), ARRANGED, HELD, DISPATCHED, DELIVERED),
        story("held for ever", Parcel.BOOKED, List.of(ARRANGE, HOLD, CONFIRMED), ARRANGED, HELD),
        story("held and cancelled", Parcel.CANCELLED, List.of(ARRANGE, HOLD, CONFIRMED, CANCEL), ARRANGED, HELD, CANCELLED),
        story("held too late", Parcel.DELIVERED, List.of(ARRANGE, CONFIRMED, HOLD), ARRANGED, DISPATCHED, DELIVERED, TOO_LATE_TO_HOLD),
        story("held twice", Parcel.DELIVERED, List.of(ARRANGE, HOLD, HOLD, RESUME, RESUME), ARRANGED, HELD, DISPATCHED, DELIVERED),
        story("every question twice", Parcel.DELIVERED, List.of(ARRANGE, ARRANGE, CONFIRMED, CONFIRMED), ARRANGED, DISPATCHED, DELIVERED));
  }

  private static Arguments story(String name, Parcel end, List<Payload> messages, Event... told) {
    return Arguments.of(name, end, messages, List.of(told));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void a_crash_at_any_effect_heals_when_the_message_is_delivered_again(String name, Parcel end, List<Payload> messages, List<Event> told) {
    Faults.everywhere(faults -> {
      var world = world(faults);
      int nth = 1;
      for (var message : messages) {
        world.bus.dispatch(List.of(World.sent(nth++, message))).await().indefinitely();
        world.bus.runFor(Duration.ofMinutes(2));
      }

      assertThat(world.told()).isEqualTo(told);
      assertThat(world.carrier.parcel()).isEqualTo(end);
      assertThat(world.bus.deadLetters()).isEmpty();
    });
  }

  @Test
  void whatever_comes_in_whatever_order_however_often_and_with_a_crash_anywhere_a_parcel_goes_or_is_cancelled_never_both() {
    for (int seed = 0; seed < 2_000; seed++) {
      var chance = new Random(seed);
      var world = world(Faults.of(Faults.Kind.values()[chance.nextInt(4)], 1 + chance.nextInt(12)));
      int nth = 1;
      for (var message : List.of(ARRANGE, ARRANGE, CONFIRMED, CANCEL, CANCEL)) {
        world.bus.dispatch(List.of(World.sent(nth++, message))).await().indefinitely();
      }
      world.bus.runUntil(world.clock.instant().plus(Duration.ofMinutes(10)), DeliveryOrder.shuffled(chance));

      var cancelled = world.carrier.parcel() == Parcel.CANCELLED;
      assertThat(world.told().contains(CANCELLED)).as("seed %d", seed).isEqualTo(cancelled);
      assertThat(world.told().contains(TOO_LATE)).as("seed %d", seed).isEqualTo(!cancelled);
      assertThat(world.told().contains(DELIVERED)).as("seed %d", seed).isEqualTo(!cancelled);
      assertThat(world.told()).as("seed %d", seed).doesNotHaveDuplicates();
      assertThat(world.bus.deadLetters()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void while_the_carrier_is_away_a_command_costs_nothing_and_when_it_is_back_the_call_is_made() {
    var world = World.written();
    world.room.away();
    var handled = world.shipping().command(World.sent(1, ARRANGE)).subscribeAsCompletionStage();
    assertThat(handled).isNotDone();
    assertThat(world.carrier.parcel()).isEqualTo(Parcel.UNKNOWN);

    world.room.back();

    assertThat(handled).isCompleted();
    assertThat(world.told()).containsExactly(ARRANGED);
  }

  @Test
  void a_confirmation_waits_for_no_carrier() {
    var world = World.written();
    world.room.away();

    assertThat(world.shipping().event(World.sent(1, CONFIRMED)).subscribeAsCompletionStage()).isCompleted();
    assertThat(world.bus.sent(Deadline.class)).hasSize(1);
  }

  @Test
  void a_confirmation_that_comes_after_the_hold_lets_nothing_go() {
    var world = world(Faults.none());
    world.bus.dispatch(List.of(World.sent(1, ARRANGE))).await().indefinitely();
    world.bus.runFor(Duration.ofSeconds(1));
    world.bus.dispatch(List.of(World.sent(2, HOLD))).await().indefinitely();
    world.bus.runFor(Duration.ofSeconds(1));
    world.bus.dispatch(List.of(World.sent(3, CONFIRMED))).await().indefinitely();
    world.bus.runFor(Duration.ofDays(30));
    assertThat(world.carrier.parcel()).isEqualTo(Parcel.BOOKED);

    world.bus.dispatch(List.of(World.sent(4, RESUME))).await().indefinitely();
    world.bus.runFor(World.DISPATCH_AFTER.minusMillis(1));
    assertThat(world.carrier.parcel()).isEqualTo(Parcel.BOOKED);
    world.bus.runFor(Duration.ofMillis(1));
    assertThat(world.carrier.parcel()).isEqualTo(Parcel.DISPATCHED);
  }

  @Test
  void whichever_of_hold_and_handover_comes_first_the_parcel_goes_once_it_is_resumed() {
    for (int seed = 0; seed < 1_000; seed++) {
      var chance = new Random(seed);
      var world = world(Faults.of(Faults.Kind.values()[chance.nextInt(4)], 1 + chance.nextInt(12)));
      world.bus.dispatch(List.of(World.sent(1, ARRANGE))).await().indefinitely();
      world.bus.runFor(Duration.ofMinutes(10));
      for (var message : List.of(World.sent(2, CONFIRMED), World.sent(3, HOLD), World.sent(3, HOLD))) {
        world.bus.dispatch(List.of(message)).await().indefinitely();
      }
      world.bus.runUntil(world.clock.instant().plus(Duration.ofMinutes(10)), DeliveryOrder.shuffled(chance));
      assertThat(world.told().contains(HELD)).as("seed %d", seed).isNotEqualTo(world.told().contains(TOO_LATE_TO_HOLD));

      world.bus.dispatch(List.of(World.sent(4, RESUME))).await().indefinitely();
      world.bus.runUntil(world.clock.instant().plus(Duration.ofMinutes(10)), DeliveryOrder.shuffled(chance));
      assertThat(world.carrier.parcel()).as("seed %d", seed).isEqualTo(Parcel.DELIVERED);
      assertThat(world.told()).as("seed %d", seed).contains(DISPATCHED, DELIVERED).doesNotHaveDuplicates();
    }
  }

  @Test
  void only_the_confirmation_starts_the_clock() {
    var world = world(Faults.none());
    world.bus.dispatch(List.of(World.sent(1, ARRANGE))).await().indefinitely();

    world.bus.runFor(Duration.ofDays(30));

    assertThat(world.carrier.parcel()).isEqualTo(Parcel.BOOKED);
    assertThat(world.bus.sent(Deadline.class)).isEmpty();
  }

  @Test
  void the_parcel_goes_and_arrives_when_its_clock_says_so() {
    var world = world(Faults.none());
    world.bus.dispatch(List.of(World.sent(1, ARRANGE), World.sent(2, CONFIRMED))).await().indefinitely();

    world.bus.runFor(World.DISPATCH_AFTER.minusMillis(1));
    assertThat(world.carrier.parcel()).isEqualTo(Parcel.BOOKED);
    world.bus.runFor(Duration.ofMillis(1));
    assertThat(world.carrier.parcel()).isEqualTo(Parcel.DISPATCHED);
    world.bus.runFor(World.DELIVER_AFTER.minusMillis(1));
    assertThat(world.carrier.parcel()).isEqualTo(Parcel.DISPATCHED);
    world.bus.runFor(Duration.ofMillis(1));
    assertThat(world.carrier.parcel()).isEqualTo(Parcel.DELIVERED);
  }

  @Test
  void a_confirmation_delivered_again_sends_the_same_deadline_to_the_last_byte() {
    var world = world(Faults.none());
    var confirmed = World.sent(2, CONFIRMED);

    world.shipping().event(confirmed).await().indefinitely();
    world.clock.advance(Duration.ofDays(365));
    world.shipping().event(confirmed).await().indefinitely();

    assertThat(world.bus.sent(Deadline.class)).hasSize(2);
    assertThat(world.bus.sent(Deadline.class).stream().distinct()).hasSize(1);
  }

  @Test
  void a_confirmation_costs_no_commit() {
    var world = world(Faults.none());

    world.shipping().event(World.sent(2, CONFIRMED)).await().indefinitely();

    assertThat(world.journal.history(ShipmentStream.of("o-1")).isEmpty()).isTrue();
  }

  @Test
  void a_handled_command_is_recognised_for_ever_and_the_carrier_who_may_have_forgotten_the_parcel_is_not_asked() {
    var world = world(Faults.none());
    var arrange = World.sent(1, ARRANGE);
    world.bus.dispatch(List.of(arrange, World.sent(2, CONFIRMED))).await().indefinitely();
    world.bus.runFor(Duration.ofDays(365));
    int requests = world.carrier.requests();

    world.shipping().command(arrange).await().indefinitely();

    assertThat(world.carrier.requests()).isEqualTo(requests);
    assertThat(world.told()).containsExactly(ARRANGED, DISPATCHED, DELIVERED);
  }

  @Test
  void a_message_for_someone_else_is_unreadable_here() {
    var shipping = World.written().shipping();

    assertThatThrownBy(() -> shipping.command(World.sent(1, new CapturePayment("o-1"))))
        .isInstanceOf(UnreadableMessage.class).hasMessageContaining("CapturePayment");
    assertThatThrownBy(() -> shipping.event(World.sent(1, CANCELLED)))
        .isInstanceOf(UnreadableMessage.class).hasMessageContaining("ShipmentCancelled");
  }

  private static World world(Faults faults) {
    var world = World.written();
    var shipping = world.shipping(faults::on, faults::on, faults::on);
    world.bus
        .subscribe("commands", message -> message.data() instanceof Command, faults.<Message, Void>restarting(shipping::command))
        .onEvent("events", OrderConfirmed.class, faults.<Message, Void>restarting(shipping::event));
    return world;
  }
}
