package dev.tradewind.gateway.access;

import dev.tradewind.quarkus.Problem;
import io.vertx.core.http.HttpServerResponse;

/** How callers are turned away: as a problem, and as <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750</a> says. */
final class Refusals {

  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String BEARER = "Bearer realm=\"tradewind\"";

  private Refusals() {}

  /** No token: the challenge names no error, for there was no attempt. */
  static Problem tokenRequired(HttpServerResponse response) {
    response.putHeader(CHALLENGE, BEARER);
    return Problem.of(401, "token-required", "Send a token of the identity provider: Authorization: Bearer <token>.");
  }

  /** @param why what is wrong with it, in visible ASCII without quotes; nothing that only we should know */
  static Problem invalidToken(HttpServerResponse response, String why) {
    response.putHeader(CHALLENGE, BEARER + ", error=\"invalid_token\", error_description=\"" + why + "\"");
    return Problem.of(401, "invalid-token", why + ".");
  }

  static Problem operatorsOnly() {
    return Problem.of(403, "operators-only", "This is for operators: the token must hold the role operator.");
  }
}
