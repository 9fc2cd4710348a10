package dev.tradewind.queries.domain;

import java.util.regex.Pattern;

/** What can be an order's id at all: anything else is neither looked up nor logged. */
public final class OrderIds {

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private OrderIds() {}

  public static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }
}
