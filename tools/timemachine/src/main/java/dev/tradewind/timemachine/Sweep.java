package dev.tradewind.timemachine;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.archive.format.Compaction;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.wire.Json;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.janitor.Alarm;
import dev.tradewind.janitor.Janitor;
import dev.tradewind.janitor.Ledger;
import dev.tradewind.janitor.Log;
import dev.tradewind.janitor.ProviderLedger;
import dev.tradewind.janitor.Report;
import dev.tradewind.janitor.Round;
import dev.tradewind.janitor.Task;
import dev.tradewind.janitor.aws.DynamoJournals;
import dev.tradewind.janitor.aws.KinesisRecords;
import dev.tradewind.janitor.aws.SnsAlarm;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** What {@code ./tradewind janitor} runs: the round that the function makes on its schedule, now and here. */
@Command(name = "./tradewind janitor", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Look whether journals, log and archive hold the same, and whether stock, payments and shipments are what the orders say; "
        + "merge the archive's small objects. Nothing that drifted apart is repaired: it is told.",
    "Exits with 0 when nothing drifted, 1 when something did or cannot be read, 2 when the question is wrong."})
public final class Sweep implements Callable<Integer> {

  private static final ObjectMapper JSON = Json.mapper();

  @Spec
  private CommandSpec spec;

  @Mixin
  private final Place place;

  @Option(names = "--since", paramLabel = "TIME",
      description = "Look for commits made since this time only, and do not sum up the stock. Default: everything.")
  private Optional<String> since = Optional.empty();

  @Option(names = "--grace", paramLabel = "SECONDS", defaultValue = "300",
      description = "What is younger is not judged (default: ${DEFAULT-VALUE}).")
  private long grace;

  @Option(names = "--no-log", description = "Do not read the central log.")
  private boolean noLog;

  @Option(names = "--no-merging", description = "Leave the archive's objects as they are.")
  private boolean noMerging;

  @Option(names = "--merge-after", paramLabel = "MINUTES", defaultValue = "180",
      description = "Merge the objects of hours that began so long ago (default: ${DEFAULT-VALUE}).")
  private long mergeAfter;

  @Option(names = "--delete-after", paramLabel = "MINUTES", defaultValue = "1440",
      description = "Delete objects that were merged so long ago (default: ${DEFAULT-VALUE}).")
  private long deleteAfter;

  @Option(names = "--provider", paramLabel = "URL",
      description = "Compare with the ledger of this payment provider. Default: that of the platform that runs here.")
  private Optional<URI> provider = Optional.empty();

  @Option(names = "--topic", paramLabel = "ARN", description = "Tell what drifted apart on this topic too.")
  private Optional<String> topic = Optional.empty();

  @Option(names = "--json", paramLabel = "FILE", description = "Write the report into this file too.")
  private Optional<Path> json = Optional.empty();

  private final InstantSource clock;

  Sweep(Place place, InstantSource clock) {
    this.place = place;
    this.clock = clock;
  }

  public static void main(String... arguments) {
    Exit.with(new Sweep(Place.named(), InstantSource.system()), arguments);
  }

  @Override
  public Integer call() {
    var task = task();
    try {
      var directory = Files.createTempDirectory("tradewind-janitor-");
      try {
        var report = round(task, directory).make(step -> spec.commandLine().getErr().println(step));
        SweepReport.lines(report).forEach(spec.commandLine().getOut()::println);
        json.ifPresent(file -> write(report, file));
        return report.isGood() ? 0 : Refused.FAILED;
      } finally {
        Files.delete(directory);
      }
    } catch (SdkException | IllegalStateException | IllegalArgumentException | UncheckedIOException failed) {
      throw Refused.answer("The round did not end: " + failed.getMessage());
    } catch (IOException failed) {
      throw Refused.answer("There is no place for its files: " + failed.getMessage());
    }
  }

  private Round round(Task task, Path directory) {
    var codec = new LogCodec(new JsonCodec(Contracts.TYPES));
    Optional<Log> log = noLog ? Optional.empty() : Optional.of(new KinesisRecords(place.kinesis(), place.log(), codec, clock));
    Optional<Ledger> ledger = provider.or(place::provider).map(url -> new ProviderLedger(url, HttpClient.newHttpClient()));
    var journals = new DynamoJournals(place.dynamo(), place.prefix(), codec);
    return new Round(new Janitor(journals, log, place.store(), ledger, codec, directory, clock), task, alarm(), figures -> {});
  }

  private Alarm alarm() {
    return topic.<Alarm>map(arn -> new SnsAlarm(place.sns(), arn, new JsonCodec(Contracts.TYPES))).orElse(drift -> Uni.createFrom().voidItem());
  }

  private Task task() {
    var usual = Task.usual();
    try {
      return new Task(since.map(text -> Times.past("--since", text, clock.instant())), Duration.ofSeconds(grace),
          noMerging ? Optional.empty() : Optional.of(new Compaction.Settings(
              Duration.ofMinutes(mergeAfter), Duration.ofMinutes(deleteAfter), Compaction.Settings.USUAL.mostBytes())),
          usual.mostFindings(), usual.mostInMemory());
    } catch (IllegalArgumentException wrong) {
      throw Refused.question("--grace, --merge-after and --delete-after are 0 or more: " + wrong.getMessage());
    }
  }

  private static void write(Report report, Path file) {
    try {
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
    } catch (IOException e) {
      throw Refused.question("--json: %s cannot be written: %s".formatted(file, e.getMessage()));
    }
  }
}
