package dev.tradewind.gateway.shedding;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * No address and no headers longer than any client of ours has a reason to send. The server itself refuses only what is several times as long, and
 * without a word.
 */
@ApplicationScoped
class HeadLimit {

  /** Before anybody looks into them, but for a seat. */
  private static final int EARLY = 9_000;

  private static final Refusal ADDRESS = Refusal.of(414, "address-too-long", "URI Too Long",
      "The path and the query are longer than anything here; a list of SKUs can be asked for in parts.");
  private static final Refusal HEADERS = Refusal.of(431, "headers-too-large", "Request Header Fields Too Large",
      "The headers are longer than anything here needs; send a token and what the contract names, and no cookies.");

  private final int longestAddress;
  private final int longestHeaders;

  HeadLimit(
      @ConfigProperty(name = "tradewind.gateway.longest-address-bytes") int longestAddress,
      @ConfigProperty(name = "tradewind.gateway.longest-headers-bytes") int longestHeaders) {
    this.longestAddress = longestAddress;
    this.longestHeaders = longestHeaders;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, EARLY);
  }

  private void check(RoutingContext context) {
    var request = context.request();
    if (request.uri().length() > longestAddress) {
      ADDRESS.answer(context);
    } else if (headers(request) > longestHeaders) {
      HEADERS.answer(context);
    } else {
      context.next();
    }
  }

  /** As they came: each a line of its name, a colon, a space, its value. */
  private static int headers(HttpServerRequest request) {
    return request.headers().entries().stream().mapToInt(header -> header.getKey().length() + header.getValue().length() + 4).sum();
  }
}
