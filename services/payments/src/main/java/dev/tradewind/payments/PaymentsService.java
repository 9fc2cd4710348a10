package dev.tradewind.payments;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.Types;
import dev.tradewind.payments.domain.Payment;
import dev.tradewind.payments.domain.PaymentCommand;
import dev.tradewind.payments.domain.PaymentDecider;
import dev.tradewind.payments.domain.PaymentEvent;
import dev.tradewind.payments.psp.PspEdge;
import dev.tradewind.quarkus.StreamHandlers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The service put together: its types, its decider, its handler. */
final class PaymentsService {

  @Produces
  @Singleton
  static Types types() {
    return Contracts.TYPES.and(PaymentEvent.RECORDS);
  }

  @Produces
  @Singleton
  static PaymentDecider decider() {
    return new PaymentDecider();
  }

  @Produces
  @Singleton
  static StreamHandler<Payment, PaymentCommand, PaymentEvent> handler(StreamHandlers handlers, PaymentDecider decider, PspEdge edge) {
    return handlers.handler(decider, PaymentEvent.class, edge);
  }
}
