package dev.tradewind.quarkus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import io.quarkus.runtime.configuration.MemorySize;

/** Refuses a body that is too large before a byte of it is read, with a problem instead of an empty answer. */
@ApplicationScoped
class RequestLimit {

  private static final int FIRST = 1000;

  private final long maxBytes;
  private final ObjectMapper json;

  RequestLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize max, ObjectMapper json) {
    this.maxBytes = max.asLongValue();
    this.json = json;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  static Problem tooLarge() {
    return Problem.of(413, "body-too-large", "The body is larger than this service accepts; split the request.");
  }

  private void check(RoutingContext context) {
    if (announced(context) <= maxBytes) {
      context.next();
      return;
    }
    context.response().setStatusCode(413)
        .putHeader("Content-Type", ProblemDetail.MEDIA_TYPE)
        .putHeader("Connection", "close")
        .end(body());
  }

  private static long announced(RoutingContext context) {
    var header = context.request().getHeader("Content-Length");
    return header == null || !header.matches("\\d{1,18}") ? 0 : Long.parseLong(header);
  }

  private String body() {
    try {
      return json.writeValueAsString(ProblemDetail.of(tooLarge()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a problem detail", e);
    }
  }
}
