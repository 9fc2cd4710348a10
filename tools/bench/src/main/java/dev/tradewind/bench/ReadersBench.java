package dev.tradewind.bench;

import dev.tradewind.launcher.cli.Exit;
import dev.tradewind.launcher.platform.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code ./tradewind bench readers} runs in a JVM of its own. */
@Command(name = "./tradewind bench readers", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Measure those who read the events: how late views and archive are, what they and the log cost, how fast views are built anew.",
    "On the whole platform, on processes of its own and free ports; about five minutes a run. Wants the machine for itself."})
public final class ReadersBench implements Callable<Integer> {

  @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "How often, 1 to 50 (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "30",
      description = "How long each measurement under load lasts, 5 to 600 (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--rate", paramLabel = "N", defaultValue = "20", description = "Orders a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(names = "--events", paramLabel = "N,...", split = ",", defaultValue = "20000,100000,200000",
      description = "How many events of orders the archive holds at each replay, about a quarter of its commits (default: ${DEFAULT-VALUE}).")
  private List<Integer> events;

  @Option(names = "--quick", description = "One short run, to see that the bench works; the figures are worth little.")
  private boolean quick;

  @Option(names = "--out", paramLabel = "DIR",
      description = "Where results.json and README.md go (default: docs/bench/readers; .tradewind/bench/readers with --quick).")
  private Optional<Path> out = Optional.empty();

  @Spec
  private CommandSpec spec;

  ReadersBench() {}

  public static void main(String[] arguments) {
    System.exit(Bench.commandLine(new ReadersBench()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    ReadersSettings settings;
    try {
      settings = settings();
    } catch (IllegalArgumentException wrong) {
      spec.commandLine().getErr().println(wrong.getMessage());
      return Exit.USAGE;
    }
    ReadersResults results = new ReadersRun(settings, System.out::println).run();
    new ReadersReport(results).findings().text().forEach(System.out::println);
    new Publication(settings.out()).write(results);
    System.out.println("Written: " + Home.find().show(settings.out().resolve("results.json")) + " and README.md beside it");
    return Exit.OK;
  }

  private ReadersSettings settings() {
    Path directory = out.orElseGet(() -> Home.find().root().resolve(quick ? ".tradewind/bench/readers" : "docs/bench/readers"));
    return quick ? ReadersSettings.quick(directory) : new ReadersSettings(runs, Duration.ofSeconds(seconds), rate, events, false, directory);
  }
}
