package dev.tradewind.gateway.shedding;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * No body is larger than one of its kind has to be. An import that says how large it is may have what the server accepts at
 * most, and is read when it is known who sends it. What is too large fails as 413, which the chassis tells.
 */
@ApplicationScoped
class BodyLimit {

  /** Before the chassis looks at sizes. */
  private static final int EARLY = 1_500;

  private static final String IMPORTS = "/v1/products/imports";
  private static final int TOO_LARGE = 413;

  private final long longest;
  private final BodyHandler chunks;

  BodyLimit(@ConfigProperty(name = "tradewind.gateway.longest-body-bytes") long longest) {
    this.longest = longest;
    this.chunks = BodyHandler.create(false).setBodyLimit(longest);
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, EARLY);
  }

  private void check(RoutingContext context) {
    if (announced(context) > longest && !context.normalizedPath().equals(IMPORTS)) {
      context.fail(TOO_LARGE);
    } else if (context.request().headers().contains("Transfer-Encoding")) {
      chunks.handle(context);
    } else {
      context.next();
    }
  }

  private static long announced(RoutingContext context) {
    var header = context.request().getHeader("Content-Length");
    return header == null || !header.matches("\\d{1,18}") ? 0 : Long.parseLong(header);
  }
}
