package dev.tradewind.chaos.outage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tradewind.chaos.picture.OutagePicture;
import dev.tradewind.launcher.cli.Exit;
import dev.tradewind.launcher.platform.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** More orders than can be carried out, and an outage of the payment provider in the middle. */
@Command(name = "outage", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Measure what the platform can do, ask for half as much again, and take the payment provider away for a while:",
    "throughput must be back within 10 s, the provider must not be called more than 1.2 times for an operation,",
    "and every promise must be kept."})
public final class OutageCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().enable(SerializationFeature.INDENT_OUTPUT)
      .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS, SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  @Option(names = "--outage-seconds", paramLabel = "N", defaultValue = "60",
      description = "How long the provider is away (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--mode", paramLabel = "MODE", defaultValue = "BOTH",
      description = "How it is away: refuse (connections are closed), hang (nothing is answered) or both, one after the other (default: both).")
  private Mode mode;

  @Option(names = "--overload", paramLabel = "N", defaultValue = "1.5",
      description = "Orders asked for, as a multiple of the capacity (default: ${DEFAULT-VALUE}).")
  private double overload;

  @Option(names = "--quick", description = "An outage of ten seconds and less of everything; --outage-seconds does not count.")
  private boolean quick;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the results there too.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--pictures", paramLabel = "DIR", description = "Draw outage.svg there: throughput over time.")
  private Optional<Path> pictures = Optional.empty();

  private OutageCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Plan plan;
    try {
      plan = quick ? Plan.quick(overload, mode) : Plan.of(seconds, overload, mode);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      return Exit.USAGE;
    }
    Path directory = Files.createTempDirectory("tradewind-outage-");
    Drill.Outcome outcome = new Drill(plan, directory, System.out::println).run();
    return tell(outcome, directory);
  }

  private int tell(Drill.Outcome outcome, Path directory) throws IOException {
    Results results = outcome.results();
    new Report(results).lines().forEach(System.out::println);
    if (json.isPresent()) {
      JSON.writeValue(json.get().toFile(), results);
    }
    if (pictures.isPresent()) {
      Files.writeString(Files.createDirectories(pictures.get()).resolve("outage.svg"), new OutagePicture(results.series()).svg());
    }
    if (results.held()) {
      WorkDirectory.delete(directory);
      System.out.println("Every promise was kept, within the limits.");
      return Exit.OK;
    }
    JSON.writeValue(directory.resolve("results.json").toFile(), results);
    JSON.writeValue(directory.resolve("evidence.json").toFile(), outcome.collected());
    System.out.println("NOT within the limits. Results, evidence, logs and data: " + directory);
    return Exit.FAILED;
  }
}
