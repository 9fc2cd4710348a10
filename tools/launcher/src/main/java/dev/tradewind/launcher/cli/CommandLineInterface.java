package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.orders.WrongFileException;
import dev.tradewind.launcher.platform.LaunchException;
import dev.tradewind.launcher.platform.PortTakenException;
import dev.tradewind.launcher.resources.ResourceException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;

/** All commands, and what an error looks like: one line on standard error, and an exit code. */
@Command(
    name = "tradewind",
    synopsisSubcommandLabel = "COMMAND",
    description = "Runs Tradewind on this machine. All a fresh machine needs is a JDK 25 or newer and Maven Central in reach.",
    footer = {
      "",
      "Also:  ./tradewind test [Maven arguments]   build and run every test",
      "",
      "TRADEWIND_AWS_ENDPOINT=URL makes it use that endpoint instead of a local cloud; aws means AWS itself.",
      "Exit codes: 0 done, 1 the result is not good, 2 wrong command line or file, 3 no JDK 25, 4 a port is taken."
    })
public final class CommandLineInterface {

  private CommandLineInterface() {}

  /** Runs one command and returns its exit code. */
  public static int run(String... arguments) {
    return run(Context.standard(), new PrintWriter(System.err, true), arguments);
  }

  static int run(Context context, PrintWriter errors, String... arguments) {
    CommandLine commands = new CommandLine(new CommandLineInterface())
        .addSubcommand(new UpCommand(context))
        .addSubcommand(new OrderCommand(context))
        .addSubcommand(new TokenCommand(context))
        .addSubcommand(new ProductsCommand(context))
        .addSubcommand(new StatusCommand(context))
        .addSubcommand(new LogsCommand(context))
        .addSubcommand(new DevCommand(context))
        .addSubcommand(new DownCommand(context))
        .addSubcommand(new CloudCommand(context))
        .addSubcommand(new SampleCommand(context))
        .addSubcommand(new BenchCommand(context));
    commands.getSubcommands().values().forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true).usageMessage().autoWidth(true));
    ToolCommand.addTo(commands, context);
    commands.setExecutionExceptionHandler(handler(errors)).setErr(errors)
        .setOut(new PrintWriter(context.output().out(), true))
        .setColorScheme(CommandLine.Help.defaultColorScheme(context.output().isTerminal() ? Ansi.ON : Ansi.OFF));
    if (arguments.length == 0 || arguments[0].equals("--help") || arguments[0].equals("-h") || arguments[0].equals("help")) {
      commands.usage(commands.getOut());
      return Exit.OK;
    }
    return commands.execute(arguments);
  }

  private static IExecutionExceptionHandler handler(PrintWriter errors) {
    return (failure, command, parsed) -> {
      switch (failure) {
        case PortTakenException taken -> {
          errors.println(taken.getMessage());
          return Exit.PORT_TAKEN;
        }
        case WrongFileException wrong -> {
          errors.println(wrong.getMessage());
          return Exit.USAGE;
        }
        case WrongOptionException wrong -> {
          errors.println(wrong.getMessage());
          return Exit.USAGE;
        }
        case LaunchException expected -> errors.println(expected.getMessage());
        case ResourceException expected -> errors.println(expected.getMessage());
        default -> failure.printStackTrace(errors);
      }
      return Exit.FAILED;
    };
  }
}
