package dev.tradewind.payments.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.payments.AuthorizePayment;
import dev.tradewind.contracts.payments.CaptureDeclined;
import dev.tradewind.contracts.payments.CapturePayment;
import dev.tradewind.contracts.payments.PaymentAuthorized;
import dev.tradewind.contracts.payments.PaymentCaptured;
import dev.tradewind.contracts.payments.PaymentDeclined;
import dev.tradewind.contracts.payments.PaymentRefunded;
import dev.tradewind.contracts.payments.PaymentVoided;
import dev.tradewind.contracts.payments.RefundPayment;
import dev.tradewind.contracts.payments.VoidPayment;
import dev.tradewind.contracts.shipping.CancelShipment;
import dev.tradewind.core.Command;
import dev.tradewind.core.Event;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.payments.domain.PaymentStream;
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

class PaymentMessagesTest {

  private static final Money PRICE = new Money(4_200, "EUR");
  private static final Money NOTHING = new Money(0, "EUR");
  private static final Money NO_CURRENCY = new Money(0, "XXX");
  private static final AuthorizePayment AUTHORIZE = new AuthorizePayment("o-1", PRICE, "tok_approved");
  private static final AuthorizePayment AUTHORIZE_DECLINED = new AuthorizePayment("o-1", PRICE, "tok_declined");
  private static final AuthorizePayment AUTHORIZE_NO_CAPTURE = new AuthorizePayment("o-1", PRICE, "tok_capture_declined");
  private static final CapturePayment CAPTURE = new CapturePayment("o-1");
  private static final VoidPayment VOID = new VoidPayment("o-1");
  private static final RefundPayment REFUND = new RefundPayment("o-1");

  private static final Event AUTHORIZED = new PaymentAuthorized("o-1", PRICE);
  private static final Event CAPTURED = new PaymentCaptured("o-1", PRICE);
  private static final Event VOIDED = new PaymentVoided("o-1");

  /** Each command is sent when the one before it was handled. */
  static Stream<Arguments> stories() {
    return Stream.of(
        story("money taken", 4_200, List.of(AUTHORIZE, CAPTURE), AUTHORIZED, CAPTURED),
        story("card declined", 0, List.of(AUTHORIZE_DECLINED), new PaymentDeclined("o-1", "card_declined")),
        story("let go", 0, List.of(AUTHORIZE, VOID), AUTHORIZED, VOIDED),
        story("given back", 0, List.of(AUTHORIZE, CAPTURE, REFUND, VOID), AUTHORIZED, CAPTURED, new PaymentRefunded("o-1", PRICE), VOIDED),
        story("refunded before it was taken", 0, List.of(AUTHORIZE, REFUND, CAPTURE),
            AUTHORIZED, new PaymentRefunded("o-1", NOTHING), new CaptureDeclined("o-1", "voided")),
        story("capture declined", 0, List.of(AUTHORIZE_NO_CAPTURE, CAPTURE, VOID), AUTHORIZED, new CaptureDeclined("o-1", "card_declined"), VOIDED),
        story("voided before it began", 0, List.of(VOID, AUTHORIZE), VOIDED, new PaymentDeclined("o-1", "voided")),
        story("refunded before it began", 0, List.of(REFUND, AUTHORIZE), new PaymentRefunded("o-1", NO_CURRENCY), new PaymentDeclined("o-1", "voided")),
        story("every question twice", 4_200, List.of(AUTHORIZE, AUTHORIZE, CAPTURE, CAPTURE, AUTHORIZE), AUTHORIZED, CAPTURED));
  }

  private static Arguments story(String name, long net, List<Command> commands, Event... told) {
    return Arguments.of(name, net, commands, List.of(told));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void a_crash_at_any_effect_heals_when_the_message_is_delivered_again(String name, long net, List<Command> commands, List<Event> told) {
    Faults.everywhere(faults -> {
      var world = world(faults);
      int nth = 1;
      for (var command : commands) {
        world.bus.dispatch(List.of(World.asked(nth++, command))).await().indefinitely();
        world.bus.runFor(Duration.ofMinutes(2));
      }

      assertThat(world.told()).isEqualTo(told);
      assertThat(world.provider.net()).isEqualTo(net);
      assertThat(world.provider.holdsMoney()).isFalse();
      assertThat(world.provider.madeBlindly()).isEmpty();
      assertThat(world.bus.deadLetters()).isEmpty();
    });
  }

  @Test
  void whatever_comes_in_whatever_order_however_often_and_with_a_crash_anywhere_an_undone_payment_costs_nothing() {
    for (int seed = 0; seed < 2_000; seed++) {
      var chance = new Random(seed);
      var world = world(Faults.of(Faults.Kind.values()[chance.nextInt(4)], 1 + chance.nextInt(12)));
      int nth = 1;
      for (var command : List.of(AUTHORIZE, AUTHORIZE, CAPTURE, CAPTURE, VOID, REFUND)) {
        world.bus.dispatch(List.of(World.asked(nth++, command))).await().indefinitely();
      }
      world.bus.runUntil(world.clock.instant().plus(Duration.ofMinutes(10)), DeliveryOrder.shuffled(chance));

      assertThat(world.provider.net()).as("seed %d", seed).isZero();
      assertThat(world.provider.holdsMoney()).as("seed %d", seed).isFalse();
      assertThat(world.provider.taken()).as("seed %d", seed).isLessThanOrEqualTo(4_200);
      assertThat(world.told()).as("seed %d", seed).contains(VOIDED).hasAtLeastOneElementOfType(PaymentRefunded.class).doesNotHaveDuplicates();
      assertThat(world.bus.deadLetters()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void a_message_delivered_three_times_changes_nothing_more_than_once() {
    var world = world(Faults.none());
    for (var command : List.of(AUTHORIZE, CAPTURE)) {
      world.bus.dispatch(List.of(World.asked(command == AUTHORIZE ? 1 : 2, command))).await().indefinitely();
      world.bus.deliver(DeliveryOrder.asSentTimes(3));
    }

    assertThat(world.journal.history(PaymentStream.of("o-1")).version()).isEqualTo(4);
    assertThat(world.told()).containsExactly(AUTHORIZED, CAPTURED);
  }

  @Test
  void a_handled_command_is_recognised_for_ever_and_the_provider_who_may_have_forgotten_its_key_is_not_asked() {
    var world = World.written();
    var payments = world.payments();
    var authorize = World.asked(1, AUTHORIZE);
    for (var message : List.of(authorize, World.asked(2, CAPTURE), World.asked(3, REFUND))) {
      payments.on(message).await().indefinitely();
    }
    world.clock.advance(Duration.ofDays(365));
    long version = world.journal.history(PaymentStream.of("o-1")).version();
    int requests = world.provider.requests();

    payments.on(authorize).await().indefinitely();

    assertThat(world.journal.history(PaymentStream.of("o-1")).version()).isEqualTo(version);
    assertThat(world.provider.requests()).isEqualTo(requests);
  }

  @Test
  void while_the_provider_is_away_a_message_costs_nothing_and_when_it_is_back_the_call_is_made_without_a_question() {
    var world = World.written();
    world.room.away();
    var handled = world.payments().on(World.asked(1, AUTHORIZE)).subscribeAsCompletionStage();
    assertThat(handled).isNotDone();
    assertThat(world.journal.history(PaymentStream.of("o-1")).isEmpty()).as("there is no intent").isTrue();
    assertThat(world.provider.requests()).isZero();

    world.room.back();

    assertThat(handled).isCompleted();
    assertThat(world.told()).containsExactly(AUTHORIZED);
    assertThat(world.provider.requests()).isOne();
  }

  @Test
  void a_message_for_someone_else_is_unreadable_here() {
    var payments = World.written().payments();

    assertThatThrownBy(() -> payments.on(World.asked(1, new CancelShipment("o-1"))))
        .isInstanceOf(UnreadableMessage.class).hasMessageContaining("CancelShipment");
  }

  private static World world(Faults faults) {
    var world = World.written();
    var payments = world.payments(faults::on, faults::on, faults::on);
    world.bus.subscribe("payments", message -> message.data() instanceof Command, faults.restarting(payments::on));
    return world;
  }
}
