package dev.tradewind.payments.api;

import dev.tradewind.contracts.Money;
import dev.tradewind.payments.domain.Charge;
import dev.tradewind.payments.domain.Funds.Authorizing;
import dev.tradewind.payments.domain.Funds.Capturing;
import dev.tradewind.payments.domain.Funds.GivenBack;
import dev.tradewind.payments.domain.Funds.Held;
import dev.tradewind.payments.domain.Funds.LetGo;
import dev.tradewind.payments.domain.Funds.None;
import dev.tradewind.payments.domain.Funds.NotHeld;
import dev.tradewind.payments.domain.Funds.Taken;
import dev.tradewind.payments.domain.Payment;
import java.util.Optional;

/**
 * A payment as operators see it.
 *
 * @param state where the money is, such as {@code CAPTURED}; what ends in {@code ING} waits for the provider
 * @param amount what was to be paid; absent when the payment was undone before anybody asked for it
 * @param authorizationId what the provider calls the money on hold
 * @param captureId what the provider calls the money taken
 * @param refundId what the provider calls the money given back
 * @param reason why the provider declined
 */
record PaymentView(
    String orderId,
    String state,
    Optional<Money> amount,
    Optional<String> authorizationId,
    Optional<String> captureId,
    Optional<String> refundId,
    Optional<String> reason) {

  static PaymentView of(String orderId, Payment payment) {
    boolean undoing = !payment.undos().isEmpty();
    var amount = payment.charge().map(Charge::amount);
    var view = new PaymentView(orderId, "", amount, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    return switch (payment.funds()) {
      case None() -> view.in(undoing ? "VOIDED" : "NONE");
      case Authorizing _ -> view.in("AUTHORIZING");
      case NotHeld(var charge, var why) -> view.in("DECLINED").because(why);
      case Held(var charge, var authorization) -> view.in(undoing ? "VOIDING" : "AUTHORIZED").ids(authorization);
      case Capturing(var charge, var authorization) -> view.in("CAPTURING").ids(authorization);
      case Taken(var charge, var authorization, var capture) -> view.in(undoing ? "REFUNDING" : "CAPTURED").ids(authorization, capture);
      case LetGo(var charge, var authorization) -> view.in("VOIDED").ids(authorization);
      case GivenBack(var charge, var authorization, var capture, var refund) -> view.in("REFUNDED").ids(authorization, capture, refund);
    };
  }

  private PaymentView in(String now) {
    return new PaymentView(orderId, now, amount, authorizationId, captureId, refundId, reason);
  }

  private PaymentView because(String why) {
    return new PaymentView(orderId, state, amount, authorizationId, captureId, refundId, Optional.of(why));
  }

  private PaymentView ids(String... ids) {
    return new PaymentView(orderId, state, amount, Optional.of(ids[0]), nth(1, ids), nth(2, ids), reason);
  }

  private static Optional<String> nth(int n, String... ids) {
    return n < ids.length ? Optional.of(ids[n]) : Optional.empty();
  }
}
