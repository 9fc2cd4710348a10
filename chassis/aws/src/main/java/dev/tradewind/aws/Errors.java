package dev.tradewind.aws;

import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

/** Errors and reasons as one line of text. */
final class Errors {

  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}|[^\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");
  private static final int LONGEST = 200;
  private static final int DEEPEST = 4;

  private Errors() {}

  /** Name and message, for errors of the AWS client, whose messages hold no payload. */
  static String summary(Throwable error) {
    var cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    return line("%s: %s".formatted(cause.getClass().getSimpleName(), cause.getMessage()), LONGEST);
  }

  /** The text without anything SQS would refuse in an attribute, and never empty. */
  static String line(String text, int longest) {
    var line = text.isBlank() ? "unknown" : UNPRINTABLE.matcher(text).replaceAll(" ");
    return line.codePointCount(0, line.length()) <= longest ? line : line.substring(0, line.offsetByCodePoints(0, longest));
  }

  /** Only the names of the error and its causes, for errors of handlers, whose messages may hold anything. */
  static String names(Throwable error) {
    var names = new StringBuilder(error.getClass().getSimpleName());
    var cause = error.getCause();
    for (int depth = 1; cause != null && depth < DEEPEST; depth++) {
      names.append(" from ").append(cause.getClass().getSimpleName());
      cause = cause.getCause();
    }
    return names.toString();
  }
}
