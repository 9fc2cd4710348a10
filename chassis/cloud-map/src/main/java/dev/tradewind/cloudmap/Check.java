package dev.tradewind.cloudmap;

import java.time.Duration;

/** Argument checks whose message names the argument. */
final class Check {

  private Check() {}

  /** @throws IllegalArgumentException with the formatted message, unless the condition holds */
  static void that(boolean condition, String message, Object... arguments) {
    if (!condition) {
      throw new IllegalArgumentException(message.formatted(arguments));
    }
  }

  /** @throws IllegalArgumentException naming the argument, when it is null */
  static <T> T notNull(T value, String name) {
    that(value != null, "%s is required", name);
    return value;
  }

  /** @throws IllegalArgumentException naming the argument, when it is null, empty or only white space */
  static String notBlank(String value, String name) {
    that(value != null && !value.isBlank(), "%s must not be blank", name);
    return value;
  }

  /** @throws IllegalArgumentException naming the argument, when it is null, zero or negative */
  static Duration positive(Duration value, String name) {
    that(notNull(value, name).isPositive(), "%s must be longer than nothing, but is %s", name, value);
    return value;
  }
}
