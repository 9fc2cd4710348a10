package dev.tradewind.contracts.payments;

import dev.tradewind.contracts.Money;
import dev.tradewind.core.Command;

/**
 * Asks payments to put the amount on hold.
 *
 * @param method the provider's token for the customer's card; never logged
 */
public record AuthorizePayment(String orderId, Money amount, String method) implements Command {

  /** Without the token: what is printed ends up in logs. */
  @Override
  public String toString() {
    return "AuthorizePayment[orderId=%s, amount=%s, method=***]".formatted(orderId, amount);
  }
}
