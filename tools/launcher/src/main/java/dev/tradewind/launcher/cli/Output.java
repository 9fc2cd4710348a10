package dev.tradewind.launcher.cli;

import java.io.PrintStream;
import java.util.Optional;

/**
 * What a command prints. On a terminal a passing line overwrites itself and states are coloured; elsewhere everything is plain ASCII.
 *
 * @param out where it goes
 * @param isTerminal whether a person watches
 */
public record Output(PrintStream out, boolean isTerminal) {

  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  /** Standard output. */
  public static Output standard() {
    boolean dumb = Optional.ofNullable(System.getenv("TERM")).filter("dumb"::equals).isPresent();
    boolean noColor = Optional.ofNullable(System.getenv("NO_COLOR")).filter(value -> !value.isEmpty()).isPresent();
    return new Output(System.out, System.console() != null && System.console().isTerminal() && !dumb && !noColor);
  }

  /** A line that stays. */
  public void line(String text) {
    out.println(isTerminal ? CLEAR_LINE + text : text);
  }

  /** A line that the next one overwrites; only on a terminal. */
  public void passing(String text) {
    if (isTerminal) {
      out.print(CLEAR_LINE + text);
      out.flush();
    }
  }

  /** {@code text} in green or red, on a terminal. */
  public String coloured(String text, boolean good) {
    return isTerminal ? (good ? GREEN : RED) + text + PLAIN : text;
  }
}
