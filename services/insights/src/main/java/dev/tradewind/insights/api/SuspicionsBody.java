package dev.tradewind.insights.api;

import dev.tradewind.insights.domain.Page;
import dev.tradewind.insights.domain.RaisedSuspicion;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of suspicions.
 *
 * @param suspicions at most as many as asked for
 * @param next the {@code cursor} of the next page; null on the last one
 */
@RegisterForReflection
public record SuspicionsBody(List<Suspected> suspicions, Optional<String> next) {

  /**
   * An order that breaks a rule.
   *
   * @param placedAt when the order was placed
   * @param suspectedAt when it was told
   */
  @RegisterForReflection
  public record Suspected(String orderId, String customerId, Instant placedAt, String rule, String detail, Instant suspectedAt) {

    static Suspected of(RaisedSuspicion raised) {
      return new Suspected(
          raised.orderId(), raised.customerId(), raised.placedAt(), raised.rule().label(), raised.detail(), raised.raisedAt());
    }
  }

  static SuspicionsBody of(Page<RaisedSuspicion> page, Optional<String> next) {
    return new SuspicionsBody(page.rows().stream().map(Suspected::of).toList(), next);
  }
}
