package dev.tradewind.payments;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.Types;
import dev.tradewind.core.WaitingRoom;
import dev.tradewind.payments.domain.Payment;
import dev.tradewind.payments.domain.PaymentCommand;
import dev.tradewind.payments.domain.PaymentDecider;
import dev.tradewind.payments.domain.PaymentEvent;
import dev.tradewind.payments.psp.Psp;
import dev.tradewind.payments.psp.PspEdge;
import dev.tradewind.payments.psp.PspRefusal;
import dev.tradewind.quarkus.ReturnToContext;
import dev.tradewind.quarkus.StreamHandlers;
import dev.tradewind.quarkus.guard.Guards;
import dev.tradewind.quarkus.guard.HttpGuard;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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

  /** One pause is as long as the breaker stays open. */
  @Produces
  @Singleton
  static WaitingRoom provider(
      @ConfigProperty(name = "tradewind.provider.breaker.open-millis") long openMillis,
      @ConfigProperty(name = "tradewind.provider.wait-seconds") long waitSeconds) {
    return new WaitingRoom(WaitingRoom.Options.of(Duration.ofMillis(openMillis), Duration.ofSeconds(waitSeconds))
        .continuedAt(ReturnToContext::afterwards));
  }

  /** One for all calls: they share the provider. Nothing is retried in it: a failure brings the message back, and that is the one retry. */
  @Produces
  @Singleton
  @Identifier(Psp.GUARD)
  static HttpGuard guard(Guards guards, WaitingRoom provider) {
    return guards.guard(Psp.GUARD, "tradewind.provider", PspRefusal.class::isInstance, provider);
  }

  @Produces
  @Singleton
  static StreamHandler<Payment, PaymentCommand, PaymentEvent> handler(StreamHandlers handlers, PaymentDecider decider, PspEdge edge) {
    return handlers.handler(decider, PaymentEvent.class, edge);
  }
}
