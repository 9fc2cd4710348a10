package dev.tradewind.bench;

import dev.tradewind.launcher.cli.Exit;
import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.platform.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./tradewind bench} runs in a JVM of its own, so that its processor time can be told from the launcher's. */
@Command(name = "./tradewind bench", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Measure how fast, how dear and how big the platform is, on a platform of its own on free ports; takes about five times --seconds.")
public final class Bench implements Callable<Integer> {

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "60",
      description = "How long each of the two measurements lasts, 5 to 600 (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--rate", paramLabel = "N", defaultValue = "10", description = "Orders a second under steady load (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(names = "--out", paramLabel = "DIR", description = "Where results.json and README.md go (default: docs/bench).")
  private Path out = Home.find().root().resolve("docs/bench");

  private Bench() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).setExecutionExceptionHandler((failure, command, parsed) -> {
      if (failure instanceof BenchException || failure instanceof LaunchException) {
        command.getErr().println(failure.getMessage());
      } else {
        failure.printStackTrace(command.getErr());
      }
      return Exit.FAILED;
    }).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Settings settings;
    try {
      settings = new Settings(Duration.ofSeconds(seconds), rate, out);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      return Exit.USAGE;
    }
    Results results = new Run(settings, System.out::println).run();
    new Report(results).text().forEach(System.out::println);
    new Publication(settings.out()).write(results);
    System.out.println("Written: " + Home.find().show(settings.out().resolve("results.json")) + " and README.md beside it");
    return Exit.OK;
  }
}
