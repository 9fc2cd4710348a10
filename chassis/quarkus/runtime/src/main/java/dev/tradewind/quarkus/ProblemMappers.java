package dev.tradewind.quarkus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.tradewind.core.ContendedStream;
import dev.tradewind.quarkus.Problem.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Every error a client can see becomes a problem detail that says what was wrong, where, and what to do. Public, with public methods,
 * because in dev mode and in tests what Quarkus generates around them comes from another class loader.
 */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger("tradewind.http");

  @ServerExceptionMapper
  public Response problem(Problem problem) {
    return ProblemDetail.response(problem);
  }

  @ServerExceptionMapper
  public Response violations(ConstraintViolationException e) {
    var violations = e.getConstraintViolations().stream()
        .map(v -> new Violation(field(v), v.getMessage()))
        .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::rule))
        .toList();
    return ProblemDetail.response(Problem.invalid(violations));
  }

  @ServerExceptionMapper
  public Response mismatch(MismatchedInputException e) {
    return ProblemDetail.response(unreadable(e));
  }

  /** Jackson's guard against hostile input; neither a broken body nor one that does not fit. */
  @ServerExceptionMapper
  public Response excessive(StreamConstraintsException e) {
    return ProblemDetail.response(Problem.of(400, "malformed-json", "The body is nested too deeply, or holds a name, text or number that is too long."));
  }

  @ServerExceptionMapper
  public Response framework(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException json) {
      return ProblemDetail.response(unreadable(json));
    }
    int status = e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    return ProblemDetail.response(switch (status) {
      case 404 -> Problem.of(404, "not-found", "There is nothing at this path; /openapi lists what there is.");
      case 405 -> Problem.of(405, "method-not-allowed", "This path does not answer to this method; /openapi lists what does.");
      case 406 -> Problem.of(406, "not-acceptable", "This path answers with application/json only.");
      case 413 -> RequestLimit.tooLarge();
      case 415 -> Problem.of(415, "unsupported-media-type", "Send the body as application/json.");
      default -> Problem.of(status, "bad-request", "The request cannot be understood.");
    });
  }

  @ServerExceptionMapper
  public Response contended(ContendedStream e) {
    return ProblemDetail.response(Problem.unavailable("Too many changes at once to this resource; repeat the request.", Duration.ofSeconds(1)));
  }

  @ServerExceptionMapper
  public Response aws(SdkException e) {
    LOG.errorf("aws-unavailable error=%s detail=%s", e.getClass().getSimpleName(), e.getMessage());
    return ProblemDetail.response(Problem.unavailable("Nothing was lost; repeat the request with the same key.", Duration.ofSeconds(1)));
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable e) {
    LOG.error("request-failed", e);
    return ProblemDetail.response(Problem.of(500, "internal-error", "Something went wrong on our side; repeat the request with the same key."));
  }

  private static Problem unreadable(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return Problem.invalid(List.of(new Violation(path(unknown), "is not a known field")));
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return Problem.invalid(List.of(new Violation(path(mapping), rule(mapping))));
    }
    var where = e.getLocation();
    return Problem.of(400, "malformed-json", e instanceof MismatchedInputException || where == null || where.getLineNr() < 1
        ? "The body is not the JSON object that is expected here."
        : "The body is not valid JSON from line %d, column %d on.".formatted(where.getLineNr(), where.getColumnNr()));
  }

  private static String rule(JsonMappingException e) {
    if (e.getCause() instanceof InputCoercionException) {
      return "must be a whole number, and is far too large or too small";
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      var type = mismatch.getTargetType();
      if (type.isEnum()) {
        return "must be one of " + Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
      }
      if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
        return "must be a whole number that fits %s bits".formatted(type == int.class || type == Integer.class ? 32 : 64);
      }
      return type == String.class ? "must be a text" : "must be %s".formatted(List.class.isAssignableFrom(type) ? "a list" : "an object");
    }
    return "cannot be read as what is expected here";
  }

  private static String path(JsonMappingException e) {
    var path = new StringBuilder();
    for (var reference : e.getPath()) {
      path.append(reference.getFieldName() == null
          ? "[" + reference.getIndex() + "]"
          : (path.isEmpty() ? "" : ".") + reference.getFieldName());
    }
    return path.toString();
  }

  /** Without the method and parameter names in front: clients know their body, not our code. */
  private static String field(ConstraintViolation<?> violation) {
    var nodes = new ArrayList<Path.Node>();
    violation.getPropertyPath().forEach(nodes::add);
    var path = new StringBuilder();
    for (var node : nodes.size() > 2 ? nodes.subList(2, nodes.size()) : nodes.subList(nodes.size() - 1, nodes.size())) {
      if (node.getIndex() != null) {
        path.append('[').append(node.getIndex()).append(']');
      }
      if (node.getName() != null && !node.getName().startsWith("<")) {
        path.append(path.isEmpty() ? "" : ".").append(node.getName());
      }
    }
    return path.toString();
  }
}
