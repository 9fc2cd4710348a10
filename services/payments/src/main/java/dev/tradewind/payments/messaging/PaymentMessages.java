package dev.tradewind.payments.messaging;

import dev.tradewind.contracts.payments.AuthorizePayment;
import dev.tradewind.contracts.payments.CapturePayment;
import dev.tradewind.contracts.payments.RefundPayment;
import dev.tradewind.contracts.payments.VoidPayment;
import dev.tradewind.core.Message;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.WaitingRoom;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.payments.domain.MethodToken;
import dev.tradewind.payments.domain.Payment;
import dev.tradewind.payments.domain.PaymentCommand;
import dev.tradewind.payments.domain.PaymentCommand.Authorize;
import dev.tradewind.payments.domain.PaymentCommand.Capture;
import dev.tradewind.payments.domain.PaymentCommand.Reverse;
import dev.tradewind.payments.domain.PaymentEvent;
import dev.tradewind.payments.domain.PaymentStream;
import dev.tradewind.payments.domain.Undo;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Payments hears commands only. */
@ApplicationScoped
public class PaymentMessages {

  private final StreamHandler<Payment, PaymentCommand, PaymentEvent> handler;
  private final WaitingRoom provider;

  /** @param provider where messages wait while the provider is away */
  public PaymentMessages(StreamHandler<Payment, PaymentCommand, PaymentEvent> handler, WaitingRoom provider) {
    this.handler = handler;
    this.provider = provider;
  }

  @Incoming("commands")
  public Uni<Void> on(Message message) {
    return switch (message.data()) {
      case AuthorizePayment(var orderId, var amount, var method) ->
          receive(message, orderId, new Authorize(orderId, amount, new MethodToken(method)));
      case CapturePayment(var orderId) -> receive(message, orderId, new Capture(orderId));
      case VoidPayment(var orderId) -> receive(message, orderId, new Reverse(orderId, Undo.VOID));
      case RefundPayment(var orderId) -> receive(message, orderId, new Reverse(orderId, Undo.REFUND));
      default -> throw new UnreadableMessage("payments does not handle " + message.data().getClass().getSimpleName());
    };
  }

  private Uni<Void> receive(Message message, String orderId, PaymentCommand command) {
    return provider.enter(() -> handler.receive(message, PaymentStream.of(orderId), command));
  }
}
