package dev.tradewind.inventory.domain;

/** What a product's stock keeping unit and a warehouse may be called. */
public final class Sku {

  public static final String PATTERN = "[A-Z0-9][A-Z0-9._-]{0,63}";
  public static final String WAREHOUSE_PATTERN = "[a-z0-9-]{1,32}";

  private static final java.util.regex.Pattern VALID = java.util.regex.Pattern.compile(PATTERN);

  private Sku() {}

  /** Whether stock of this name can exist at all. */
  public static boolean isValid(String sku) {
    return VALID.matcher(sku).matches();
  }
}
