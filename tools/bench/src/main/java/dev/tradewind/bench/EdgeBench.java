package dev.tradewind.bench;

import dev.tradewind.launcher.cli.Exit;
import dev.tradewind.launcher.platform.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code ./tradewind bench edge} runs in a JVM of its own. */
@Command(name = "./tradewind bench edge", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Measure the gateway: what it adds to a call, what its cache saves, composed reads, and what it does under overload.",
    "On processes of its own and free ports; about seven minutes a run. Wants the machine for itself."})
public final class EdgeBench implements Callable<Integer> {

  @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "How often, 1 to 50 (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "5", description = "How long each of five rounds of a measurement lasts, 1 to 600 (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--rate", paramLabel = "N", defaultValue = "50",
      description = "Reads a second where direct and through the gateway are compared (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(names = "--quick", description = "One short run, to see that the bench works; the figures are worth little.")
  private boolean quick;

  @Option(names = "--out", paramLabel = "DIR",
      description = "Where results.json, README.md and the picture go (default: docs/bench/edge; .tradewind/bench/edge with --quick).")
  private Optional<Path> out = Optional.empty();

  @Spec
  private CommandSpec spec;

  EdgeBench() {}

  public static void main(String[] arguments) {
    System.exit(Bench.commandLine(new EdgeBench()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    EdgeSettings settings;
    try {
      settings = settings();
    } catch (IllegalArgumentException wrong) {
      spec.commandLine().getErr().println(wrong.getMessage());
      return Exit.USAGE;
    }
    EdgeResults results = measure(settings);
    new EdgeReport(results).findings().text().forEach(System.out::println);
    new Publication(settings.out()).write(results);
    System.out.println("Written: " + Home.find().show(settings.out().resolve("results.json")) + ", README.md and the picture beside it");
    return Exit.OK;
  }

  private static EdgeResults measure(EdgeSettings settings) throws InterruptedException {
    var here = Circumstances.now(settings.command(), Circumstances.loadNow());
    List<EdgeResults.Measured> measured = new ArrayList<>();
    for (int run = 1; run <= settings.runs(); run++) {
      System.out.println("run %d of %d".formatted(run, settings.runs()));
      measured.add(new EdgeTrial(settings, line -> System.out.println("  " + line)).run(run));
    }
    return new EdgeResults(here.date(), here.commit(), here.command(), here.machine(), here.load(), measured);
  }

  private EdgeSettings settings() {
    Path directory = out.orElseGet(() -> Home.find().root().resolve(quick ? ".tradewind/bench/edge" : "docs/bench/edge"));
    return quick ? EdgeSettings.quick(directory) : EdgeSettings.of(runs, seconds, rate, directory);
  }
}
