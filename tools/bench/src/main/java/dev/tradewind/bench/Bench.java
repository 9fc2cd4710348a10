package dev.tradewind.bench;

import dev.tradewind.launcher.cli.Exit;
import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.platform.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code ./tradewind bench} runs in a JVM of its own, so that its processor time can be told from the launcher's. */
@Command(name = "./tradewind bench", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Measure how fast, how dear and how big the platform is, beside a peer written from the textbooks, each on processes of its own.")
public final class Bench implements Callable<Integer> {

  @Option(names = "--runs", paramLabel = "N", defaultValue = "5", description = "How often, 1 to 50 (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "20",
      description = "How long each measurement of a run lasts, 5 to 600 (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--rates", paramLabel = "N,...", split = ",", defaultValue = "5,10,20,30,40",
      description = "Orders a second under steady load, one measurement each, up to the first that is too much (default: ${DEFAULT-VALUE}).")
  private List<Integer> rates;

  @Option(names = "--peer", negatable = true, defaultValue = "true", fallbackValue = "true", description = "Measure the peer too (default), or leave it out.")
  private boolean peer;

  @Option(names = "--quick", description = "One short run, to see that the bench works; the figures are worth little.")
  private boolean quick;

  @Option(names = "--out", paramLabel = "DIR", description = "Where results.json, README.md and the picture go (default: docs/bench; .tradewind/bench with --quick).")
  private Optional<Path> out = Optional.empty();

  @Spec
  private CommandSpec spec;

  Bench() {}

  public static void main(String[] arguments) {
    System.exit(commandLine(new Bench()).execute(arguments));
  }

  /** What a person can mend is told in a line; for the rest there is the stack. */
  static CommandLine commandLine(Object bench) {
    return new CommandLine(bench).setExecutionExceptionHandler((failure, command, parsed) -> {
      if (failure instanceof BenchException || failure instanceof LaunchException) {
        command.getErr().println(failure.getMessage());
      } else {
        failure.printStackTrace(command.getErr());
      }
      return Exit.FAILED;
    });
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Settings settings;
    try {
      settings = settings();
    } catch (IllegalArgumentException wrong) {
      spec.commandLine().getErr().println(wrong.getMessage());
      return Exit.USAGE;
    }
    Results results = new Run(settings, System.out::println).run();
    new Report(results).findings().text().forEach(System.out::println);
    new Publication(settings.out()).write(results);
    System.out.println("Written: " + Home.find().show(settings.out().resolve("results.json")) + ", README.md and %s beside it".formatted(Publication.PICTURE));
    return Exit.OK;
  }

  private Settings settings() {
    List<Contender> contenders = peer ? List.of(Contender.TRADEWIND, Contender.PEER) : List.of(Contender.TRADEWIND);
    Path directory = out.orElseGet(() -> Home.find().root().resolve(quick ? ".tradewind/bench" : "docs/bench"));
    return quick ? Settings.quick(contenders, directory) : new Settings(runs, Duration.ofSeconds(seconds), rates, contenders, false, directory);
  }
}
