package dev.tradewind.quarkus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that is too large, with a problem instead of an empty answer: before a byte of it is read when its size is announced,
 * and when it comes in chunks as soon as it is passed.
 */
@ApplicationScoped
class RequestLimit {

  private static final int FIRST = 1000;
  private static final int TOO_LARGE = 413;

  private final long maxBytes;
  private final ObjectMapper json;
  private final BodyHandler chunks;

  RequestLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize max, ObjectMapper json) {
    this.maxBytes = max.asLongValue();
    this.json = json;
    this.chunks = BodyHandler.create(false).setBodyLimit(maxBytes);
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
    filters.register(RequestLimit::completeEmpty, FIRST - 1);
  }

  void answerFailures(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
      if (context.statusCode() == TOO_LARGE && !context.response().ended()) {
        refuse(context);
      } else {
        context.next();
      }
    });
  }

  static Problem tooLarge() {
    return Problem.of(TOO_LARGE, "body-too-large", "The body is larger than this service accepts; split the request.");
  }

  private void check(RoutingContext context) {
    if (announced(context) > maxBytes) {
      refuse(context);
    } else if (context.request().headers().contains("Transfer-Encoding", "chunked", true)) {
      chunks.handle(context);
    } else {
      context.next();
    }
  }

  /** A body in chunks of which there were none has been read, too: who finds none would wait for it for ever. */
  private static void completeEmpty(RoutingContext context) {
    if (context.request().isEnded() && context.body().buffer() == null) {
      ((RoutingContextInternal) context).setBody(Buffer.buffer());
    }
    context.next();
  }

  private void refuse(RoutingContext context) {
    context.response().setStatusCode(TOO_LARGE)
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
