package dev.tradewind.launcher.cli;

import java.time.Duration;
import java.util.regex.Pattern;

/** Numbers on the command line that may carry their unit. */
final class Numbers {

  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  private Numbers() {}

  static double positive(String option, String text, String unit) {
    String number = text.endsWith(unit) ? text.substring(0, text.length() - unit.length()) : text;
    if (!NUMBER.matcher(number).matches() || Double.parseDouble(number) <= 0) {
      throw new WrongOptionException("%s is %s; expected a number above 0, such as 20 or 20%s".formatted(option, text, unit));
    }
    return Double.parseDouble(number);
  }

  static Duration seconds(String option, String text) {
    return Duration.ofMillis((long) (positive(option, text, "s") * 1_000));
  }
}
