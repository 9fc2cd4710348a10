package dev.tradewind.launcher;

import dev.tradewind.launcher.cli.CommandLineInterface;
import java.util.Locale;

/** What the script {@code tradewind} runs. */
public final class Tradewind {

  private Tradewind() {}

  public static void main(String[] arguments) {
    // Numbers are printed for programs too: 0.5 everywhere.
    Locale.setDefault(Locale.ROOT);
    System.exit(CommandLineInterface.run(arguments));
  }
}
