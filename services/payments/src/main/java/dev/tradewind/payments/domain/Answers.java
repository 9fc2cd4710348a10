package dev.tradewind.payments.domain;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.payments.PaymentRefunded;
import dev.tradewind.contracts.payments.PaymentVoided;
import dev.tradewind.core.Event;
import dev.tradewind.payments.domain.Funds.GivenBack;
import java.util.List;

/** What those who asked to undo a payment are told once nothing is left to undo. */
final class Answers {

  /** ISO 4217's code for "no currency is involved". */
  private static final String NO_CURRENCY = "XXX";

  private Answers() {}

  static Class<? extends Event> typeFor(Undo undo) {
    return switch (undo) {
      case VOID -> PaymentVoided.class;
      case REFUND -> PaymentRefunded.class;
    };
  }

  static Event to(Undo undo, String orderId, Payment payment) {
    return switch (undo) {
      case VOID -> new PaymentVoided(orderId);
      case REFUND -> new PaymentRefunded(orderId, returned(payment));
    };
  }

  /** To everyone who asked, in whichever way. */
  static List<Event> toAll(String orderId, Payment payment) {
    return payment.undos().stream().sorted().map(undo -> to(undo, orderId, payment)).toList();
  }

  private static Money returned(Payment payment) {
    return payment.funds() instanceof GivenBack back
        ? back.charge().amount()
        : new Money(0, payment.charge().map(charge -> charge.amount().currency()).orElse(NO_CURRENCY));
  }
}
