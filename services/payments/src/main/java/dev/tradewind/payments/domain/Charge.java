package dev.tradewind.payments.domain;

import dev.tradewind.contracts.Money;
import dev.tradewind.core.Check;

/** What is to be paid, and for which order. */
public record Charge(String orderId, Money amount) {

  public Charge {
    Check.notBlank(orderId, "orderId");
    Check.notNull(amount, "amount");
  }
}
