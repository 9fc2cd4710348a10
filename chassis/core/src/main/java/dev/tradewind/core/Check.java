package dev.tradewind.core;

/** Argument checks whose message names the argument. */
public final class Check {

  private Check() {}

  /**
   * The message says the rule first and what was found, if it says it at all, after {@code ", but"}.
   *
   * @throws IllegalArgumentException with the formatted message, unless the condition holds
   */
  public static void that(boolean condition, String message, Object... arguments) {
    if (!condition) {
      throw new Broken(message.formatted(arguments));
    }
  }

  /** The rule that a check found broken, without what it found; any other failure could say anything and is only named. */
  public static String rule(IllegalArgumentException failure) {
    return failure instanceof Broken ? failure.getMessage().split(", but ", 2)[0] : failure.getClass().getSimpleName();
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

  private static final class Broken extends IllegalArgumentException {

    private Broken(String message) {
      super(message);
    }
  }
}
