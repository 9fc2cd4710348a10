package dev.tradewind.shipping.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.shipping.ArrangeShipment;
import dev.tradewind.contracts.shipping.CancelShipment;
import dev.tradewind.contracts.shipping.HoldShipment;
import dev.tradewind.contracts.shipping.ResumeShipment;
import dev.tradewind.contracts.shipping.ShipmentArranged;
import dev.tradewind.contracts.shipping.ShipmentCancelRefused;
import dev.tradewind.contracts.shipping.ShipmentCancelled;
import dev.tradewind.contracts.shipping.ShipmentDispatched;
import dev.tradewind.contracts.shipping.ShipmentHeld;
import dev.tradewind.contracts.shipping.ShipmentHoldRefused;
import dev.tradewind.contracts.shipping.ShipmentRefused;
import dev.tradewind.core.Command;
import dev.tradewind.core.Deadline;
import dev.tradewind.shipping.domain.ShipmentStream;
import dev.tradewind.shipping.messaging.BookkeepingCarrier.Parcel;
import dev.tradewind.testkit.Interleavings;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Messages that are handled at the same time, in every order of their effects, with a crash at every point. */
class RacingShipmentsTest {

  private static final ArrangeShipment ARRANGE = World.arrange("DE");
  private static final CancelShipment CANCEL = new CancelShipment("o-1");
  private static final HoldShipment HOLD = new HoldShipment("o-1");
  private static final ResumeShipment RESUME = new ResumeShipment("o-1");
  private static final Deadline DUE = new Deadline(ShipmentStream.of("o-1").toString());

  @Test
  void two_arrangements_book_once_and_answer_once() {
    race(List.of(), List.of(ARRANGE, ARRANGE), world -> {
      assertThat(world.carrier.parcel()).isEqualTo(Parcel.BOOKED);
      assertThat(world.told()).containsExactly(new ShipmentArranged("o-1", "TW1"));
    });
  }

  @Test
  void a_cancellation_that_races_with_its_arrangement_wins_and_the_arrangement_hears_of_one_end() {
    race(List.of(), List.of(ARRANGE, CANCEL), world -> {
      assertThat(world.carrier.parcel()).isEqualTo(Parcel.CANCELLED);
      assertThat(world.told()).contains(new ShipmentCancelled("o-1")).doesNotHaveDuplicates()
          .containsAnyOf(new ShipmentArranged("o-1", "TW1"), new ShipmentRefused("o-1", "cancelled"));
    });
  }

  @Test
  void of_a_cancellation_and_a_handover_the_carrier_lets_one_happen_and_that_one_is_told() {
    race(List.of(ARRANGE), List.of(CANCEL, DUE), world -> {
      var dispatched = world.carrier.parcel() == Parcel.DISPATCHED;
      assertThat(world.told()).doesNotHaveDuplicates();
      assertThat(world.told().contains(new ShipmentCancelled("o-1"))).isEqualTo(!dispatched);
      assertThat(world.told().contains(new ShipmentDispatched("o-1", "TW1"))).isEqualTo(dispatched);
      assertThat(world.told().contains(new ShipmentCancelRefused("o-1", "already-dispatched"))).isEqualTo(dispatched);
      assertThat(world.bus.sent(Deadline.class).isEmpty()).as("no clock runs for a delivery").isEqualTo(!dispatched);
    });
  }

  /** The carrier knows no holds, so it may take what is held. A crash may hide that it did, until somebody resumes or cancels. */
  @Test
  void of_a_hold_and_a_handover_both_may_happen_and_the_hold_gets_one_answer() {
    race(List.of(ARRANGE), List.of(HOLD, DUE), world -> {
      var held = world.told().contains(new ShipmentHeld("o-1"));
      var dispatched = world.told().contains(new ShipmentDispatched("o-1", "TW1"));
      assertThat(world.told()).doesNotHaveDuplicates();
      assertThat(world.told().contains(new ShipmentHoldRefused("o-1", "already-dispatched"))).isEqualTo(!held);
      assertThat(held || dispatched).isTrue();
      assertThat(world.carrier.parcel()).isIn(Parcel.BOOKED, Parcel.DISPATCHED);
      assertThat(dispatched && world.carrier.parcel() == Parcel.BOOKED).isFalse();
    });
  }

  @Test
  void a_cancellation_and_a_resumption_of_a_held_parcel_leave_it_cancelled_or_gone_never_held() {
    Interleavings.some(1, 1_000, 3, run -> scenario(run, List.of(ARRANGE, HOLD), List.of(CANCEL, RESUME, DUE), world -> {
      var cancelled = world.carrier.parcel() == Parcel.CANCELLED;
      assertThat(world.told().contains(new ShipmentCancelled("o-1"))).isEqualTo(cancelled);
      assertThat(world.told().contains(new ShipmentCancelRefused("o-1", "already-dispatched"))).isEqualTo(!cancelled);
    }));
  }

  @Test
  void two_deadlines_hand_over_once_and_tell_once() {
    race(List.of(ARRANGE), List.of(DUE, DUE), world -> {
      assertThat(world.carrier.handovers()).isOne();
      assertThat(world.told()).containsExactly(new ShipmentArranged("o-1", "TW1"), new ShipmentDispatched("o-1", "TW1"));
    });
  }

  @Test
  void arrangements_cancellations_and_deadlines_at_once_end_in_one_way_that_everyone_is_told() {
    Interleavings.some(1, 2_000, 3, run -> scenario(run, List.of(), List.of(ARRANGE, ARRANGE, CANCEL, CANCEL, DUE, DUE), world -> {
      var dispatched = world.carrier.parcel() == Parcel.DISPATCHED;
      assertThat(world.told()).doesNotHaveDuplicates();
      assertThat(world.told().contains(new ShipmentCancelled("o-1"))).isEqualTo(!dispatched);
      assertThat(world.told().contains(new ShipmentCancelRefused("o-1", "already-dispatched"))).isEqualTo(dispatched);
    }));
  }

  private static void race(List<Command> before, List<Command> racing, Consumer<World> check) {
    int situations = Interleavings.all(2, run -> scenario(run, before, racing, check));
    assertThat(situations).as("situations tried").isGreaterThan(100);
  }

  private static Interleavings.Scenario scenario(Interleavings run, List<Command> before, List<Command> racing, Consumer<World> check) {
    var world = World.unwritten();
    int nth = 1;
    for (var command : before) {
      world.shipping().command(World.sent(nth++, command)).await().indefinitely();
    }
    var shipping = world.shipping(run::on, run::on, run::on);
    for (var command : racing) {
      var message = World.sent(nth++, command);
      run.deliver(message.id() + " " + command.getClass().getSimpleName(), () -> shipping.command(message));
    }
    return new Interleavings.Scenario(world::toString, () -> check.accept(world));
  }
}
