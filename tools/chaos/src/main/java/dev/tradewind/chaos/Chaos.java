package dev.tradewind.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tradewind.chaos.Campaign.Outcome;
import dev.tradewind.chaos.hot.HotSku;
import dev.tradewind.chaos.outage.OutageCommand;
import dev.tradewind.chaos.picture.Pictures;
import dev.tradewind.launcher.cli.Exit;
import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.platform.LaunchException;
import dev.tradewind.launcher.platform.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./tradewind chaos} runs in a JVM of its own. */
@Command(name = "./tradewind chaos", mixinStandardHelpOptions = true, sortOptions = false,
    subcommands = {HotSku.class, OutageCommand.class, PicturesCommand.class}, description = {
    "Kill, stop and lie to a platform of its own while it takes orders, then read everything back and decide whether every promise was kept.",
    "Wants the machine for itself."},
    exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:every promise was kept", "1:one was broken, or the run failed", "2:wrong usage"})
public final class Chaos implements Callable<Integer> {

  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().enable(SerializationFeature.INDENT_OUTPUT)
      .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS, SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  @Option(names = "--minutes", paramLabel = "N", defaultValue = "10", description = "How long things go wrong (default: ${DEFAULT-VALUE}).")
  private double minutes;

  @Option(names = "--seed", paramLabel = "N", description = "Of orders, faults and kills (default: a new one each time).")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--rate", paramLabel = "N", defaultValue = "" + Settings.RATE, description = "Orders a second (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(names = "--kills-per-minute", paramLabel = "N", defaultValue = "" + Settings.KILLS_PER_MINUTE,
      description = "kill -9 of a service (default: ${DEFAULT-VALUE}).")
  private double killsPerMinute;

  @Option(names = "--only", paramLabel = "SERVICE", split = ",", description = "Kill and stop these services, and no others.")
  private List<String> only = List.of();

  @Option(names = "--quick", description = "About two minutes in all; --minutes, --rate, --kills-per-minute and --only do not count.")
  private boolean quick;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the results there too.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--pictures", paramLabel = "DIR", description = "Draw there how soon orders went on after a kill, and what went wrong how often.")
  private Optional<Path> pictures = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR",
      description = "Where logs and evidence go; kept when a promise was broken (default: .tradewind/chaos/<seed>).")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--keep", description = "Keep logs and evidence also when every promise was kept.")
  private boolean keep;

  private Chaos() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Chaos()).setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler((failure, command, parsed) -> {
      if (failure instanceof ChaosException || failure instanceof LaunchException) {
        command.getErr().println(failure.getMessage());
      } else {
        failure.printStackTrace(command.getErr());
      }
      return Exit.FAILED;
    });
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    long chosen = seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000));
    Settings settings;
    try {
      settings = quick ? Settings.quick(chosen) : Settings.of(minutes, chosen, rate, killsPerMinute, only);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      return Exit.USAGE;
    }
    Path directory = out.orElseGet(() -> Home.find().workDirectory().resolve("chaos/" + chosen)).toAbsolutePath();
    if (Files.exists(directory)) {
      throw new ChaosException("%s exists already: delete it, or name another place with --out".formatted(directory));
    }
    Outcome outcome = new Campaign(settings, directory, System.out::println).run();
    return tell(outcome, directory);
  }

  private int tell(Outcome outcome, Path directory) throws IOException {
    new Report(outcome.results()).lines().forEach(System.out::println);
    if (json.isPresent()) {
      JSON.writeValue(json.get().toFile(), outcome.results());
    }
    if (pictures.isPresent()) {
      Pictures.draw(JSON.valueToTree(outcome.results()), pictures.get());
    }
    if (outcome.results().held() && !keep) {
      System.out.println("Every promise was kept.");
      WorkDirectory.delete(directory);
      return Exit.OK;
    }
    JSON.writeValue(directory.resolve("evidence.json").toFile(), outcome.collected());
    JSON.writeValue(directory.resolve("results.json").toFile(), outcome.results());
    System.out.println("%s promise was kept. Evidence, logs and data: %s".formatted(
        outcome.results().held() ? "Every" : "NOT every", Home.find().show(directory)));
    return outcome.results().held() ? Exit.OK : Exit.FAILED;
  }
}
