package dev.tradewind.launcher.orders;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param amount in minor units of the currency, such as cents
 * @param currency ISO 4217 code
 */
record Money(long amount, String currency) {

  static Money of(JsonNode node) {
    return new Money(node.path("amount").longValue(), node.path("currency").asText());
  }

  @Override
  public String toString() {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return currency + " " + BigDecimal.valueOf(amount, digits).toPlainString();
  }
}
