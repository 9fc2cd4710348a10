package dev.tradewind.quarkus;

import dev.tradewind.core.Check;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why a request was not done, for the client: thrown by resources, answered as an <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC
 * 9457</a> problem detail.
 */
public final class Problem extends RuntimeException {

  /**
   * One field that breaks one rule.
   *
   * @param field path of the field in the request, such as {@code lines[0].quantity}
   * @param rule what must hold
   */
  @RegisterForReflection
  public record Violation(String field, String rule) {}

  private final int status;
  private final String code;
  private final List<Violation> violations;
  private final List<Record> errors;
  private final Optional<Duration> retryAfter;

  private Problem(
      int status, String code, String detail, List<Violation> violations, List<? extends Record> errors, Optional<Duration> retryAfter) {
    super(detail);
    Check.that(status >= 400 && status < 600, "status of a problem is 4xx or 5xx, but is %d", status);
    this.status = status;
    this.code = Check.notBlank(code, "code");
    this.violations = List.copyOf(violations);
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
  }

  /**
   * @param status HTTP status, 4xx or 5xx
   * @param code stable name of the kind of problem, such as {@code order-not-found}; the last part of the problem's type
   * @param detail one or two sentences: what was wrong, what to do
   */
  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, List.of(), List.of(), Optional.empty());
  }

  /** 400: fields that break rules. */
  public static Problem invalid(List<Violation> violations) {
    return new Problem(400, "invalid-request", "The request breaks %d rule%s; see violations."
        .formatted(violations.size(), violations.size() == 1 ? "" : "s"), violations, List.of(), Optional.empty());
  }

  /**
   * A request that can be read and is wrong in several places, each told in words of the service's own.
   *
   * @param status HTTP status, 4xx or 5xx
   * @param code stable name of the kind of problem; the last part of the problem's type
   * @param detail one or two sentences: what was wrong, what to do
   * @param errors what exactly, place by place
   * @param retryAfter when to repeat the request, if that could help
   */
  public static Problem listing(int status, String code, String detail, List<? extends Record> errors, Optional<Duration> retryAfter) {
    return new Problem(status, code, detail, List.of(), errors, retryAfter);
  }

  /**
   * Not now, but after a while, and the client should be able to tell why.
   *
   * @param status HTTP status, 4xx or 5xx
   * @param code stable name of the kind of problem; the last part of the problem's type
   * @param detail one or two sentences: what is missing, what to do
   * @param retryAfter when to repeat the request
   */
  public static Problem notYet(int status, String code, String detail, Duration retryAfter) {
    return new Problem(status, code, detail, List.of(), List.of(), Optional.of(retryAfter));
  }

  /** 503: not now, but after a while; the client repeats the request with the same idempotency key. */
  public static Problem unavailable(String detail, Duration retryAfter) {
    return new Problem(503, "unavailable", detail, List.of(), List.of(), Optional.of(retryAfter));
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<Violation> violations() {
    return violations;
  }

  public List<Record> errors() {
    return errors;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
