package dev.tradewind.payments.domain;

import dev.tradewind.core.Check;

/**
 * The provider's token for the customer's card. A type of its own so that nothing that holds it can print it.
 */
public record MethodToken(String value) {

  public MethodToken {
    Check.notBlank(value, "method");
  }

  @Override
  public String toString() {
    return "***";
  }
}
