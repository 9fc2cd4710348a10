package dev.tradewind.gateway.access;

import dev.tradewind.gateway.access.Caller.Anonymous;
import dev.tradewind.gateway.access.Caller.Customer;
import dev.tradewind.gateway.access.Caller.Operator;
import dev.tradewind.quarkus.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;

/**
 * Who makes the request under way, and what they may do. A route says by annotation who may come in at all: {@code @PermitAll} lets
 * everybody, {@code @RolesAllowed("operator")} operators, nothing whoever has a token. What belongs to a customer is asked for here.
 */
@RequestScoped
public class Access {

  private final RoutingContext request;

  Access(RoutingContext request) {
    this.request = request;
  }

  /** Who calls. */
  public Caller caller() {
    return Callers.of(request);
  }

  /**
   * The caller is this customer, or an operator.
   *
   * @throws Problem 403 for another customer; 401 for somebody without a token
   */
  public void requireCustomer(String customerId) {
    requireToken();
    if (!mayActFor(customerId)) {
      throw Refusals.notYourCustomer();
    }
  }

  /** @throws Problem 403 for a customer; 401 for somebody without a token */
  public void requireOperator() {
    requireToken();
    if (!(caller() instanceof Operator)) {
      throw Refusals.operatorsOnly();
    }
  }

  private boolean mayActFor(String customerId) {
    return switch (caller()) {
      case Operator operator -> true;
      case Customer customer -> customer.id().equals(customerId);
      case Anonymous nobody -> false;
    };
  }

  private void requireToken() {
    if (caller() instanceof Anonymous) {
      var refusal = Refusals.tokenRequired();
      Challenge.of(refusal).ifPresent(challenge -> request.response().putHeader(Challenge.HEADER, challenge));
      throw refusal;
    }
  }
}
