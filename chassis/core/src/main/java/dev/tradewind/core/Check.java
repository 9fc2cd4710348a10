package dev.tradewind.core;

/** Argument checks whose message names the argument. */
public final class Check {

  private Check() {}

  /** @throws IllegalArgumentException with the formatted message, unless the condition holds */
  public static void that(boolean condition, String message, Object... arguments) {
    if (!condition) {
      throw new IllegalArgumentException(message.formatted(arguments));
    }
  }

  /** @throws IllegalArgumentException naming the argument, when it is null */
  public static <T> T notNull(T value, String name) {
    that(value != null, "%s is required", name);
    return value;
  }

  /** @throws IllegalArgumentException naming the argument, when it is null, empty or only white space */
  public static String notBlank(String value, String name) {
    that(value != null && !value.isBlank(), "%s must not be blank", name);
    return value;
  }
}
