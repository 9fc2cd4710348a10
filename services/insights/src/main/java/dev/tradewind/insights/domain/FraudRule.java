package dev.tradewind.insights.domain;

import java.util.Arrays;
import java.util.Optional;

/** By what an order is suspected. */
public enum FraudRule {
  /** Too many orders of one customer within a while. */
  VELOCITY("velocity"),
  /** Orders of one customer for too much money within a while. */
  AMOUNT("amount"),
  /** One order for too much money. */
  LARGE_ORDER("large-order");

  private final String label;

  FraudRule(String label) {
    this.label = label;
  }

  /** Its name in messages, streams and metrics. */
  public String label() {
    return label;
  }

  public static Optional<FraudRule> labelled(String label) {
    return Arrays.stream(values()).filter(rule -> rule.label.equals(label)).findFirst();
  }
}
