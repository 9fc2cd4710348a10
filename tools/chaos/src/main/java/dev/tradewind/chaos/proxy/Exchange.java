package dev.tradewind.chaos.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tradewind.chaos.proxy.Dice.Fate;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;

/** One request on its way through the proxy. */
record Exchange(HttpServerRequest caller, Operation operation, Buffer body, JsonNode request, Fate fate) {

  // Most are short; some are longer than any client waits for an attempt.
  private static final long SHORTEST_DELAY_MILLIS = 20;
  private static final long LONGEST_DELAY_MILLIS = 4_000;
  private static final int SKEW = 4;
  private static final long LATEST_COPY_SECONDS = 90;

  private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

  boolean isForm() {
    return request == NOTHING;
  }

  static JsonNode noJson() {
    return NOTHING;
  }

  long delayMillis() {
    return SHORTEST_DELAY_MILLIS + (long) ((LONGEST_DELAY_MILLIS - SHORTEST_DELAY_MILLIS) * Math.pow(fate.random().nextDouble(), SKEW));
  }

  long copyDelayNanos() {
    return (long) (TimeUnit.SECONDS.toNanos(LATEST_COPY_SECONDS) * Math.pow(fate.random().nextDouble(), SKEW));
  }

  void answer(Answer answer) {
    answer(caller, answer);
  }

  /** A caller that left meanwhile gets nothing. */
  static void answer(HttpServerRequest caller, Answer answer) {
    if (caller.response().ended() || caller.response().closed()) {
      return;
    }
    caller.response().setStatusCode(answer.status());
    answer.headers().forEach((name, value) -> {
      if (!name.equalsIgnoreCase("Content-Length") && !name.equalsIgnoreCase("Transfer-Encoding") && !name.equalsIgnoreCase("Connection")) {
        caller.response().putHeader(name, value);
      }
    });
    caller.response().end(answer.body());
  }

  /** No answer at all. */
  void hangUp() {
    caller.connection().close();
  }
}
