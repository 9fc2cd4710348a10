package dev.tradewind.gateway.api;

import dev.tradewind.quarkus.Problem;
import dev.tradewind.quarkus.Problem.Violation;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The headers of a client that services get: those that say what is asked for. No token, no address, nothing of the connection. */
final class PassedHeaders {

  private static final List<String> ONCE = List.of("Content-Type", "Idempotency-Key", "Last-Event-ID");
  private static final List<String> LISTS = List.of("Accept", "If-Match", "If-None-Match", "Prefer");

  private PassedHeaders() {}

  /** @throws Problem 400 naming each header that is there twice and must not be; 415 for a body of any type */
  static Map<String, String> of(HttpServerRequest request) {
    var twice = ONCE.stream().filter(name -> request.headers().getAll(name).size() > 1)
        .map(name -> new Violation(name, "must be sent once")).toList();
    if (!twice.isEmpty()) {
      throw Problem.invalid(twice);
    }
    if (Optional.ofNullable(request.getHeader("Content-Type")).filter(type -> type.contains("*")).isPresent()) {
      throw Problem.of(415, "unsupported-media-type", "The header Content-Type names one type, without *.");
    }
    var passed = new HashMap<String, String>();
    ONCE.forEach(name -> pass(request, name, passed));
    LISTS.forEach(name -> pass(request, name, passed));
    return passed;
  }

  private static void pass(HttpServerRequest request, String name, Map<String, String> passed) {
    var given = request.headers().getAll(name);
    if (!given.isEmpty()) {
      passed.put(name, String.join(", ", given));
    }
  }
}
