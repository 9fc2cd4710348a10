package dev.tradewind.contracts.insights;

import dev.tradewind.core.Check;
import dev.tradewind.core.Event;
import java.util.List;

/**
 * An order looks like fraud: a person should look at it before its parcel leaves.
 *
 * @param rules names of the rules that fired, such as {@code velocity}; at least one
 * @param detail what made them fire, in words for that person
 */
public record FraudSuspected(String orderId, String customerId, List<String> rules, String detail) implements Event {

  public FraudSuspected {
    Check.that(!rules.isEmpty(), "rules must name at least one, but is empty");
    rules = List.copyOf(rules);
  }
}
