package dev.tradewind.gateway.access;

import dev.tradewind.quarkus.Problem;

/** How callers are turned away who lack what a route asks for. */
final class Refusals {

  private Refusals() {}

  static Problem tokenRequired() {
    return TokenFailure.required("send a token of the identity provider: Authorization: Bearer <token>");
  }

  static Problem operatorsOnly() {
    return Problem.of(403, "operators-only", "This is for operators: the token must hold the role " + Roles.OPERATOR + ".");
  }

  static Problem notYourCustomer() {
    return Problem.of(403, "not-your-customer", "The token is another customer's: use your own customer id.");
  }
}
