package dev.tradewind.queries.api;

import dev.tradewind.quarkus.Problem;
import dev.tradewind.queries.domain.OrderIds;
import dev.tradewind.queries.domain.OrderView;
import java.time.Duration;
import java.util.Optional;

/** What can be wrong with a request for one order. */
final class Problems {

  private static final Duration AGAIN = Duration.ofSeconds(1);

  private Problems() {}

  /** @throws Problem 404 when this cannot be an order's id */
  static void requireOrderId(String orderId) {
    if (!OrderIds.isOne(orderId)) {
      throw notFound();
    }
  }

  static Problem notFound() {
    return Problem.of(404, "order-not-found", "There is no order with this id here; one that was just placed comes within moments.");
  }

  static Problem versionNotReached(long version, Optional<OrderView> found) {
    return Problem.notYet(503, "version-not-reached", "Version %d has not come yet, %s: repeat the request, with Prefer: wait=2 to wait for it."
        .formatted(version, found.map(view -> "only " + view.version()).orElse("nor any other")), AGAIN);
  }

  static Problem tooManyStreams() {
    return Problem.notYet(503, "too-many-streams",
        "As many streams are open here as may be: try again, or ask with If-None-Match and Prefer: wait instead.", AGAIN.multipliedBy(5));
  }
}
