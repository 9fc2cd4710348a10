package dev.tradewind.catalog.domain;

import java.util.regex.Pattern;

/** What a stock keeping unit looks like. */
public final class Sku {

  /** As a regular expression. */
  public static final String PATTERN = "[A-Z0-9][A-Z0-9._-]{0,63}";

  /** The same for people. */
  public static final String RULE = "must be 1 to 64 capital letters, digits, . _ or -";

  private static final Pattern SHAPE = Pattern.compile(PATTERN);

  private Sku() {}

  /** Whether the text could be a product's SKU at all. */
  public static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }
}
