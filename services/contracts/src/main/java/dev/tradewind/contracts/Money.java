package dev.tradewind.contracts;

import dev.tradewind.core.Check;
import java.util.regex.Pattern;

/**
 * An amount of money.
 *
 * @param amount in minor units of the currency, such as cents; 0 or more
 * @param currency ISO 4217 code, three capital letters
 */
public record Money(long amount, String currency) {

  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  public Money {
    Check.that(amount >= 0, "amount must be 0 or more, but is %d", amount);
    Check.that(currency != null && CODE.matcher(currency).matches(), "currency must be three capital letters, but is '%s'", currency);
  }
}
