package dev.tradewind.timemachine;

import dev.tradewind.archive.format.ArchiveReader;
import dev.tradewind.archive.format.DamagedArchive;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.queries.views.Rebuild;
import dev.tradewind.queries.views.RebuildRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** What {@code ./tradewind replay} runs. */
@Command(name = "./tradewind replay", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Build a read model anew from the archive, in another table, while the old one serves; then let the new one serve.",
    "Live events go to both tables meanwhile, so it may take its time, and may be stopped and resumed."})
public final class Replay implements Callable<Integer> {

  private static final String QUERIES = "queries";
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "The read model: queries.")
  private String model;

  @Option(names = "--from", paramLabel = "TIME",
      description = "Only what the log took from the hour of this time on. Orders told only before are not in the new table.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "TIME", description = "Only what the log took up to the hour of this time, and live events.")
  private Optional<String> to = Optional.empty();

  @Option(names = "--table", paramLabel = "NAME", description = "The new table (default: tradewind-queries-<time>).")
  private Optional<String> table = Optional.empty();

  @Option(names = "--resume", paramLabel = "NAME", description = "Go on with a rebuild into this table that broke off.")
  private Optional<String> resume = Optional.empty();

  @Option(names = "--abandon", paramLabel = "NAME", description = "Give up the rebuild into this table; the table stays.")
  private Optional<String> abandon = Optional.empty();

  @Option(names = "--drop", paramLabel = "NAME", description = "Delete a table of views that no longer serves.")
  private Optional<String> drop = Optional.empty();

  @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "300",
      description = "How long to wait for the archive to hold everything (default: ${DEFAULT-VALUE}).")
  private long patience;

  @Option(names = "--json", description = "For programs: what was done as one JSON object.")
  private boolean json;

  @Mixin
  private final Place place;

  private final InstantSource clock;

  Replay(Place place, InstantSource clock) {
    this.place = place;
    this.clock = clock;
  }

  public static void main(String... arguments) {
    Exit.with(new Replay(Place.named(), InstantSource.system()), arguments);
  }

  @Override
  public Integer call() {
    if (!model.equals(QUERIES)) {
      throw Refused.question("There is no read model '%s'; there is %s".formatted(model, QUERIES));
    }
    try {
      run(new Rebuild(place.dynamo(), place.views(), clock));
      return 0;
    } catch (RebuildRefused refused) {
      throw Refused.question(refused.getMessage());
    } catch (DamagedArchive damaged) {
      throw Refused.answer(damaged.getMessage());
    } catch (SdkException failed) {
      throw Refused.answer("AWS did not do it: " + failed.getMessage());
    }
  }

  private void run(Rebuild rebuild) {
    if (abandon.isPresent()) {
      rebuild.abandon(abandon.get()).await().indefinitely();
      say("The rebuild into %s is given up; --drop %s deletes the table".formatted(abandon.get(), abandon.get()));
    } else if (drop.isPresent()) {
      rebuild.drop(drop.get()).await().indefinitely();
      say(drop.get() + " is deleted");
    } else {
      rebuild(rebuild);
    }
  }

  private void rebuild(Rebuild rebuild) {
    var now = clock.instant();
    var hours = Search.hours(from.map(text -> Times.past("--from", text, now)), to.map(text -> Times.past("--to", text, now)));
    var target = resume.or(() -> table).orElseGet(() -> place.views().home() + "-" + NAME.format(now));
    var codec = new LogCodec(new JsonCodec(Contracts.TYPES));
    var reader = new ArchiveReader(place.store(), codec);
    Consumer<String> progress = spec.commandLine().getErr()::println;
    var watermark = new Watermark(place.kinesis(), place.log(), reader, Duration.ofSeconds(patience), progress);
    var orders = new ArchivedOrders(reader, codec, hours, live -> watermark.reached(target, clock.instant()), progress);

    Instant live = resume.isPresent() ? now : rebuild.begin(target).await().indefinitely();
    progress.accept("live events go to %s too".formatted(target));
    Times.await(live, clock);
    var filled = rebuild.fill(target, orders.toldBefore(live)).await().indefinitely();
    rebuild.activate(target).await().indefinitely();
    tell(new Replayed(
        target, orders.read(), filled.written(), filled.skipped(), orders.waited().toMillis() / 1e3, orders.reading().toMillis() / 1e3));
  }

  private void tell(Replayed done) {
    if (json) {
      say(done.json());
    } else {
      say(done.text());
      say("The table that served before is still there; --drop NAME deletes it");
    }
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }
}
