package dev.tradewind.quarkus;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * A problem as it goes over the wire.
 *
 * @param type {@code urn:tradewind:problem:} and the code: stable, to be compared by clients
 * @param traceId by which operators find the request in logs and traces
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemDetail(
    String type, String title, int status, String detail, List<Problem.Violation> violations, List<Record> errors, String traceId) {

  static final String MEDIA_TYPE = "application/problem+json";

  static ProblemDetail of(Problem problem) {
    var words = problem.code().replace('-', ' ');
    return new ProblemDetail(
        "urn:tradewind:problem:" + problem.code(),
        Character.toUpperCase(words.charAt(0)) + words.substring(1),
        problem.status(),
        problem.getMessage(),
        problem.violations(),
        problem.errors(),
        Traces.currentTraceId());
  }

  static Response response(Problem problem) {
    var response = Response.status(problem.status()).type(MEDIA_TYPE).entity(of(problem));
    problem.retryAfter().ifPresent(wait -> response.header("Retry-After", Math.max(1, wait.toSeconds())));
    return response.build();
  }
}
