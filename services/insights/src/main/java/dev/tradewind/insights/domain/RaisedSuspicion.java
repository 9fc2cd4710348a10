package dev.tradewind.insights.domain;

import java.time.Instant;

/**
 * A suspicion as operators list it.
 *
 * @param raisedAt when it was told
 */
public record RaisedSuspicion(
    String orderId, String customerId, Instant placedAt, FraudRule rule, String detail, Instant raisedAt) implements Placed {

  public static RaisedSuspicion of(Finding finding, Instant raisedAt) {
    var order = finding.order();
    return new RaisedSuspicion(order.orderId(), order.customerId(), order.at(), finding.rule(), finding.detail(), raisedAt);
  }

  /** By the time the order was placed. */
  @Override
  public Position position() {
    return new Position(Times.sortable(placedAt) + "/" + orderId + "/" + rule.label());
  }
}
