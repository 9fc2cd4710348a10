package dev.tradewind.gateway.shedding;

import io.vertx.ext.web.RoutingContext;

/** A problem that says the same to everybody, and is told before anything is known of the request. */
record Refusal(int status, String body) {

  static Refusal of(int status, String type, String title, String detail) {
    return new Refusal(status, """
        {"type":"urn:tradewind:problem:%s","title":"%s","status":%d,"detail":"%s"}""".formatted(type, title, status, detail));
  }

  void answer(RoutingContext context) {
    context.response().setStatusCode(status).putHeader("Content-Type", "application/problem+json").end(body);
  }
}
