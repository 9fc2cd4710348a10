package dev.tradewind.payments.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.payments.AuthorizePayment;
import dev.tradewind.contracts.payments.CapturePayment;
import dev.tradewind.contracts.payments.PaymentAuthorized;
import dev.tradewind.contracts.payments.PaymentCaptured;
import dev.tradewind.contracts.payments.PaymentRefunded;
import dev.tradewind.contracts.payments.PaymentVoided;
import dev.tradewind.contracts.payments.RefundPayment;
import dev.tradewind.contracts.payments.VoidPayment;
import dev.tradewind.core.Command;
import dev.tradewind.testkit.Interleavings;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Messages that are handled at the same time, in every order of their effects, with a crash at every point. */
class RacingPaymentsTest {

  private static final Money PRICE = new Money(4_200, "EUR");
  private static final AuthorizePayment AUTHORIZE = new AuthorizePayment("o-1", PRICE, "tok_approved");
  private static final CapturePayment CAPTURE = new CapturePayment("o-1");
  private static final VoidPayment VOID = new VoidPayment("o-1");
  private static final RefundPayment REFUND = new RefundPayment("o-1");

  @Test
  void two_messages_that_ask_for_the_same_authorization_hold_the_money_once_and_answer_once() {
    race(1, List.of(), List.of(AUTHORIZE, AUTHORIZE), world -> {
      assertThat(world.provider.holdsMoney()).isTrue();
      assertThat(world.told()).containsExactly(new PaymentAuthorized("o-1", PRICE));
    });
  }

  @Test
  void two_messages_that_ask_for_the_same_capture_take_the_money_once_and_answer_once() {
    race(1, List.of(AUTHORIZE), List.of(CAPTURE, CAPTURE), world -> {
      assertThat(world.provider.net()).isEqualTo(4_200);
      assertThat(world.told()).containsExactly(new PaymentAuthorized("o-1", PRICE), new PaymentCaptured("o-1", PRICE));
    });
  }

  @Test
  void a_void_that_races_with_its_authorization_wins() {
    race(1, List.of(), List.of(AUTHORIZE, VOID), world -> {
      assertThat(world.provider.holdsMoney()).isFalse();
      assertThat(world.told()).contains(new PaymentVoided("o-1")).doesNotHaveDuplicates();
    });
  }

  @Test
  void a_refund_that_races_with_its_capture_wins() {
    race(1, List.of(AUTHORIZE), List.of(CAPTURE, REFUND), world -> {
      assertThat(world.provider.holdsMoney()).isFalse();
      assertThat(world.provider.net()).isZero();
      assertThat(world.told()).contains(new PaymentRefunded("o-1", new Money(world.provider.taken(), "EUR"))).doesNotHaveDuplicates();
    });
  }

  @Test
  void a_capture_a_refund_and_a_void_at_once_leave_nothing_on_hold_and_nothing_taken() {
    Interleavings.some(1, 2_000, 3, run -> scenario(run, List.of(AUTHORIZE), List.of(CAPTURE, CAPTURE, REFUND, VOID), world -> {
      assertThat(world.provider.holdsMoney()).isFalse();
      assertThat(world.provider.net()).isZero();
      assertThat(world.told()).contains(new PaymentVoided("o-1")).hasAtLeastOneElementOfType(PaymentRefunded.class).doesNotHaveDuplicates();
    }));
  }

  private static void race(int crashes, List<Command> before, List<Command> racing, Consumer<World> check) {
    int situations = Interleavings.all(crashes, run -> scenario(run, before, racing, check));
    assertThat(situations).as("situations tried").isGreaterThan(100);
  }

  private static Interleavings.Scenario scenario(Interleavings run, List<Command> before, List<Command> racing, Consumer<World> check) {
    var world = World.unwritten();
    int nth = 1;
    for (var command : before) {
      world.payments().on(World.asked(nth++, command)).await().indefinitely();
    }
    var payments = world.payments(run::on, run::on, run::on);
    for (var command : racing) {
      var message = World.asked(nth++, command);
      run.deliver(message.id() + " " + command.getClass().getSimpleName(), () -> payments.on(message));
    }
    return new Interleavings.Scenario(world::toString, () -> check.accept(world));
  }
}
