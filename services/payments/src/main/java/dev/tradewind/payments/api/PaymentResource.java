package dev.tradewind.payments.api;

import dev.tradewind.core.History;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.payments.domain.Payment;
import dev.tradewind.payments.domain.PaymentCommand;
import dev.tradewind.payments.domain.PaymentDecider;
import dev.tradewind.payments.domain.PaymentEvent;
import dev.tradewind.payments.domain.PaymentStream;
import dev.tradewind.quarkus.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Payments, to be looked at. What changes them comes as messages. */
@Path("/v1/payments")
final class PaymentResource {

  private final StreamHandler<Payment, PaymentCommand, PaymentEvent> handler;
  private final PaymentDecider decider;

  PaymentResource(StreamHandler<Payment, PaymentCommand, PaymentEvent> handler, PaymentDecider decider) {
    this.handler = handler;
    this.decider = decider;
  }

  /** The payment of an order; its version is the entity tag. */
  @GET
  @Path("/{orderId}")
  public Uni<RestResponse<PaymentView>> payment(@PathParam("orderId") String orderId) {
    return handler.load(PaymentStream.of(orderId)).map(history -> found(orderId, history));
  }

  private RestResponse<PaymentView> found(String orderId, History<PaymentEvent> history) {
    if (history.isEmpty()) {
      throw Problem.of(404, "payment-not-found", "No payment was asked for under this order id.");
    }
    return ResponseBuilder.ok(PaymentView.of(orderId, history.fold(decider))).tag(Long.toString(history.version())).build();
  }
}
