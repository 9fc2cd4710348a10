package dev.tradewind.insights.domain;

import dev.tradewind.core.Types;
import java.time.Instant;
import java.util.Collection;

/** What can happen to a suspicion. */
public sealed interface SuspicionEvent {

  /** Their names in the journal. */
  Collection<Types.Type> RECORDS = Types.records("insights", Suspected.class);

  /**
   * An order was found to break a rule.
   *
   * @param placedAt when the order was placed
   */
  record Suspected(String orderId, String customerId, Instant placedAt, String rule, String detail) implements SuspicionEvent {}
}
