package dev.tradewind.payments.domain;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.tradewind.core.Check;
import dev.tradewind.payments.domain.Funds.Authorizing;
import dev.tradewind.payments.domain.Funds.Capturing;
import dev.tradewind.payments.domain.Funds.GivenBack;
import dev.tradewind.payments.domain.Funds.Held;
import dev.tradewind.payments.domain.Funds.LetGo;
import dev.tradewind.payments.domain.Funds.None;
import dev.tradewind.payments.domain.Funds.NotHeld;
import dev.tradewind.payments.domain.Funds.Owed;
import dev.tradewind.payments.domain.Funds.Taken;
import dev.tradewind.payments.domain.PaymentEvent.AuthorizationRequested;
import dev.tradewind.payments.domain.PaymentEvent.Authorized;
import dev.tradewind.payments.domain.PaymentEvent.CaptureRefused;
import dev.tradewind.payments.domain.PaymentEvent.CaptureRequested;
import dev.tradewind.payments.domain.PaymentEvent.Captured;
import dev.tradewind.payments.domain.PaymentEvent.Declined;
import dev.tradewind.payments.domain.PaymentEvent.Refunded;
import dev.tradewind.payments.domain.PaymentEvent.UndoRequested;
import dev.tradewind.payments.domain.PaymentEvent.Voided;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the events of a payment add up to.
 *
 * @param funds where the money is
 * @param undos in which ways the order was asked to cost nothing; once it was asked, that stands
 * @param refused which questions were answered with a no that is final
 */
public record Payment(Funds funds, Set<Undo> undos, Set<Question> refused) {

  /** What can be answered with a no. */
  public enum Question {
    AUTHORIZE,
    CAPTURE
  }

  /** A payment nobody asked for. */
  public static final Payment NONE = new Payment(new None(), Set.of(), Set.of());

  public Payment {
    Check.notNull(funds, "funds");
    undos = Set.copyOf(undos);
    refused = Set.copyOf(refused);
  }

  /** What is to be paid; nothing when nobody asked. */
  public Optional<Charge> charge() {
    return funds instanceof Owed owed ? Optional.of(owed.charge()) : Optional.empty();
  }

  boolean undoing() {
    return !undos.isEmpty();
  }

  /** The call that is under way, or must be made next. While there is one, the payment is not at rest. */
  Optional<ProviderCall> nextCall() {
    return switch (funds) {
      case Authorizing(var charge, var method) -> Optional.of(new ProviderCall.Authorize(charge, method));
      case Capturing(var charge, var authorization) -> Optional.of(new ProviderCall.Capture(charge, authorization));
      case Held(var charge, var authorization) when undoing() -> Optional.of(new ProviderCall.Void(charge, authorization));
      case Taken(var charge, var authorization, var capture) when undoing() -> Optional.of(new ProviderCall.Refund(charge, capture));
      case None _, NotHeld _, Held _, Taken _, LetGo _, GivenBack _ -> Optional.empty();
    };
  }

  Payment after(PaymentEvent event) {
    return switch (event) {
      case AuthorizationRequested(var charge, var method) -> with(new Authorizing(charge, method));
      case Authorized(var id) -> funds instanceof Authorizing(var charge, var method) ? with(new Held(charge, id)) : this;
      case Declined(var reason) -> (funds instanceof Authorizing(var charge, var method) ? with(new NotHeld(charge, reason)) : this)
          .refusing(Question.AUTHORIZE);
      case CaptureRequested() -> funds instanceof Held(var charge, var authorization) ? with(new Capturing(charge, authorization)) : this;
      case Captured(var id) ->
          funds instanceof Capturing(var charge, var authorization) ? with(new Taken(charge, authorization, id)) : this;
      case CaptureRefused(var reason) -> (funds instanceof Capturing(var charge, var authorization) ? with(new Held(charge, authorization)) : this)
          .refusing(Question.CAPTURE);
      case UndoRequested(var undo) -> new Payment(funds, plus(undos, undo), refused);
      case Voided() -> funds instanceof Held(var charge, var authorization) ? with(new LetGo(charge, authorization)) : this;
      case Refunded(var id) ->
          funds instanceof Taken(var charge, var authorization, var capture) ? with(new GivenBack(charge, authorization, capture, id)) : this;
    };
  }

  private Payment with(Funds next) {
    return new Payment(next, undos, refused);
  }

  private Payment refusing(Question question) {
    return new Payment(funds, undos, plus(refused, question));
  }

  private static <T> Set<T> plus(Set<T> some, T one) {
    return Stream.concat(some.stream(), Stream.of(one)).collect(toUnmodifiableSet());
  }
}
