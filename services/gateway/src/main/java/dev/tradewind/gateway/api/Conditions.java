package dev.tradewind.gateway.api;

import dev.tradewind.quarkus.Problem;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Optional;

/** What a client knows already, after <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13">RFC 9110</a>. */
final class Conditions {

  private static final int NOT_MODIFIED = 304;

  private Conditions() {}

  /**
   * The beginning of a 304, when the client has what the tag names.
   *
   * @throws Problem 412 when the client wants something else
   */
  static Optional<ResponseBuilder> unchanged(Request request, EntityTag tag) {
    var unmet = request.evaluatePreconditions(tag);
    if (unmet == null) {
      return Optional.empty();
    }
    if (unmet.build().getStatus() != NOT_MODIFIED) {
      throw Problem.of(412, "precondition-failed", "It is not what If-Match names, or was not to be there at all; read it again.");
    }
    return Optional.of(Response.notModified(tag));
  }
}
