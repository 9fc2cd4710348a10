package dev.tradewind.insights.domain;

import dev.tradewind.core.Check;
import java.util.regex.Pattern;

/** What names in facts may look like: they become parts of keys, which are joined by slashes and kept for ever. */
public final class Names {

  public static final Pattern SKU = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,63}");
  public static final Pattern REGION = Pattern.compile("[A-Z]{2}");
  public static final Pattern CUSTOMER = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private static final Pattern ORDER = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private Names() {}

  static String sku(String text) {
    return fits(text, SKU, "sku must be 1 to 64 capital letters, digits, . _ or -");
  }

  static String region(String text) {
    return fits(text, REGION, "country must be two capital letters");
  }

  static String customer(String text) {
    return fits(text, CUSTOMER, "customerId must be 1 to 64 letters, digits, - or _");
  }

  static String order(String text) {
    return fits(text, ORDER, "orderId must be 1 to 64 letters, digits, - or _");
  }

  private static String fits(String text, Pattern shape, String rule) {
    Check.that(text != null && shape.matcher(text).matches(), rule);
    return text;
  }
}
