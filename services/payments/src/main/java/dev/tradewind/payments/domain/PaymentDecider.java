package dev.tradewind.payments.domain;

import dev.tradewind.contracts.payments.CaptureDeclined;
import dev.tradewind.contracts.payments.PaymentAuthorized;
import dev.tradewind.contracts.payments.PaymentCaptured;
import dev.tradewind.contracts.payments.PaymentDeclined;
import dev.tradewind.core.Call;
import dev.tradewind.core.Decider;
import dev.tradewind.core.Decision;
import dev.tradewind.core.Event;
import dev.tradewind.payments.domain.Funds.Authorizing;
import dev.tradewind.payments.domain.Funds.Capturing;
import dev.tradewind.payments.domain.Funds.GivenBack;
import dev.tradewind.payments.domain.Funds.Held;
import dev.tradewind.payments.domain.Funds.None;
import dev.tradewind.payments.domain.Funds.Taken;
import dev.tradewind.payments.domain.Payment.Question;
import dev.tradewind.payments.domain.PaymentCommand.AuthorizationApproved;
import dev.tradewind.payments.domain.PaymentCommand.AuthorizationDenied;
import dev.tradewind.payments.domain.PaymentCommand.Authorize;
import dev.tradewind.payments.domain.PaymentCommand.Capture;
import dev.tradewind.payments.domain.PaymentCommand.CaptureApproved;
import dev.tradewind.payments.domain.PaymentCommand.CaptureDenied;
import dev.tradewind.payments.domain.PaymentCommand.Outcome;
import dev.tradewind.payments.domain.PaymentCommand.RefundDone;
import dev.tradewind.payments.domain.PaymentCommand.Reverse;
import dev.tradewind.payments.domain.PaymentCommand.VoidDone;
import dev.tradewind.payments.domain.PaymentEvent.AuthorizationRequested;
import dev.tradewind.payments.domain.PaymentEvent.Authorized;
import dev.tradewind.payments.domain.PaymentEvent.CaptureRefused;
import dev.tradewind.payments.domain.PaymentEvent.CaptureRequested;
import dev.tradewind.payments.domain.PaymentEvent.Captured;
import dev.tradewind.payments.domain.PaymentEvent.Declined;
import dev.tradewind.payments.domain.PaymentEvent.Refunded;
import dev.tradewind.payments.domain.PaymentEvent.UndoRequested;
import dev.tradewind.payments.domain.PaymentEvent.Voided;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Intent, call, outcome; and an undo that wins whenever it comes.
 *
 * <p>A question that was answered is answered again from the journal, also when an undo came after the answer: only a question that
 * comes after the undo, and never came before, is answered with a no. A question whose call is still open makes whoever brings it find
 * out what became of the call. So several messages may drive one call: all use its one key, the first outcome is
 * committed, the others meet it and change nothing.
 */
public final class PaymentDecider implements Decider<Payment, PaymentCommand, PaymentEvent> {

  private static final String UNDONE = "voided";
  private static final String NOTHING_ON_HOLD = "nothing-on-hold";

  @Override
  public Payment initial() {
    return Payment.NONE;
  }

  @Override
  public Payment evolve(Payment payment, PaymentEvent event, Instant at) {
    return payment.after(event);
  }

  @Override
  public Optional<Call> pending(Payment payment) {
    return payment.nextCall().map(call -> call);
  }

  @Override
  public Decision<PaymentEvent> decide(Payment payment, PaymentCommand command, Instant now) {
    return switch (command) {
      case Authorize asked -> authorize(payment, asked);
      case Capture(var orderId) -> capture(payment, orderId);
      case Reverse(var orderId, var undo) -> reverse(payment, orderId, undo);
      case Outcome outcome -> settle(payment, outcome);
    };
  }

  private Decision<PaymentEvent> authorize(Payment payment, Authorize asked) {
    if (payment.funds() instanceof Authorizing) {
      return driveOn(payment, PaymentAuthorized.class);
    }
    if (payment.refused().contains(Question.AUTHORIZE)) {
      return Decision.repeat(PaymentDeclined.class);
    }
    if (payment.undoing() && payment.funds() instanceof None) {
      return change(new Declined(UNDONE)).send(new PaymentDeclined(asked.orderId(), UNDONE));
    }
    return payment.funds() instanceof None
        ? intent(payment, new AuthorizationRequested(new Charge(asked.orderId(), asked.amount()), asked.method()))
        : Decision.repeat(PaymentAuthorized.class);
  }

  private Decision<PaymentEvent> capture(Payment payment, String orderId) {
    if (payment.funds() instanceof Capturing) {
      return driveOn(payment, PaymentCaptured.class);
    }
    if (payment.refused().contains(Question.CAPTURE)) {
      return Decision.repeat(CaptureDeclined.class);
    }
    if (payment.funds() instanceof GivenBack) {
      return Decision.repeat(PaymentCaptured.class);
    }
    if (payment.undoing() && !(payment.funds() instanceof Taken)) {
      return change(new CaptureRefused(UNDONE)).send(new CaptureDeclined(orderId, UNDONE));
    }
    return switch (payment.funds()) {
      case Held held -> intent(payment, new CaptureRequested());
      case Taken taken -> Decision.repeat(PaymentCaptured.class);
      default -> change(new CaptureRefused(NOTHING_ON_HOLD)).send(new CaptureDeclined(orderId, NOTHING_ON_HOLD));
    };
  }

  /** The wish is committed first. What is open is settled before it is undone: an outcome that is not known cannot be reversed. */
  private Decision<PaymentEvent> reverse(Payment payment, String orderId, Undo undo) {
    if (payment.undos().contains(undo)) {
      return driveOn(payment, Answers.typeFor(undo));
    }
    var wish = new UndoRequested(undo);
    var open = payment.nextCall();
    if (open.isPresent()) {
      return change(wish).call(new ProviderCall.Unresolved(open.get()));
    }
    var wished = payment.after(wish);
    return wished.nextCall().isPresent() ? intent(payment, wish) : change(wish).send(Answers.to(undo, orderId, wished));
  }

  private Decision<PaymentEvent> settle(Payment payment, Outcome outcome) {
    return switch (outcome) {
      case AuthorizationApproved(var id) -> payment.funds() instanceof Authorizing(var charge, var method)
          ? settled(payment, charge, new Authorized(id), new PaymentAuthorized(charge.orderId(), charge.amount()))
          : driveOn(payment, PaymentAuthorized.class);
      case AuthorizationDenied(var reason) -> payment.funds() instanceof Authorizing(var charge, var method)
          ? settled(payment, charge, new Declined(reason), new PaymentDeclined(charge.orderId(), reason))
          : driveOn(payment, PaymentDeclined.class);
      case CaptureApproved(var id) -> payment.funds() instanceof Capturing(var charge, var authorization)
          ? settled(payment, charge, new Captured(id), new PaymentCaptured(charge.orderId(), charge.amount()))
          : driveOn(payment, PaymentCaptured.class);
      case CaptureDenied(var reason) -> payment.funds() instanceof Capturing(var charge, var authorization)
          ? settled(payment, charge, new CaptureRefused(reason), new CaptureDeclined(charge.orderId(), reason))
          : driveOn(payment, CaptureDeclined.class);
      case VoidDone() -> payment.undoing() && payment.funds() instanceof Held(var charge, var authorization)
          ? undone(payment, charge, new Voided())
          : driveOn(payment, Event.class);
      case RefundDone(var id) -> payment.undoing() && payment.funds() instanceof Taken(var charge, var authorization, var capture)
          ? undone(payment, charge, new Refunded(id))
          : driveOn(payment, Event.class);
    };
  }

  /** An outcome is answered, unless an undo was asked for meanwhile: then that is carried on, and answered in its place. */
  private static Decision<PaymentEvent> settled(Payment payment, Charge charge, PaymentEvent outcome, Event answer) {
    if (!payment.undoing()) {
      return change(outcome).send(answer);
    }
    return payment.after(outcome).nextCall().isPresent() ? intent(payment, outcome) : undone(payment, charge, outcome);
  }

  private static Decision<PaymentEvent> undone(Payment payment, Charge charge, PaymentEvent outcome) {
    return change(outcome).send(Answers.toAll(charge.orderId(), payment.after(outcome)));
  }

  private static Decision<PaymentEvent> intent(Payment payment, PaymentEvent event) {
    return change(event).call(payment.after(event).nextCall().orElseThrow());
  }

  /** Nothing is committed for this: the outcome will be, on behalf of whoever asked. */
  private static Decision<PaymentEvent> driveOn(Payment payment, Class<? extends Event> answered) {
    return payment.nextCall().<Decision<PaymentEvent>>map(Decision::ask).orElseGet(() -> Decision.repeat(answered));
  }

  private static Decision.Change<PaymentEvent> change(PaymentEvent event) {
    return Decision.change(List.of(event));
  }
}
