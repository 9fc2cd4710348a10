package dev.tradewind.timemachine;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Runs a command: its exit code is 0, 1 when the archive cannot answer, 2 when the question is wrong. */
final class Exit {

  private Exit() {}

  static int of(Object command, PrintWriter out, PrintWriter errors, String... arguments) {
    return new CommandLine(command).setOut(out).setErr(errors)
        .setExecutionExceptionHandler((failure, line, parsed) -> {
          if (failure instanceof Refused refused) {
            line.getErr().println(refused.getMessage());
            return refused.exitCode();
          }
          throw failure;
        })
        .execute(arguments);
  }

  static void with(Object command, String... arguments) {
    System.exit(of(command, new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
  }
}
