package dev.tradewind.janitor;

import dev.tradewind.archive.format.ArchiveReader;
import dev.tradewind.archive.format.Compaction;
import dev.tradewind.archive.format.DamagedArchive;
import dev.tradewind.archive.format.ObjectStore;
import dev.tradewind.archive.format.Span;
import dev.tradewind.core.Check;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.janitor.domain.Comparison;
import dev.tradewind.janitor.domain.Deed;
import dev.tradewind.janitor.domain.Notes;
import dev.tradewind.janitor.domain.Reconciliation;
import dev.tradewind.janitor.domain.Sighting;
import dev.tradewind.janitor.domain.Sighting.Place;
import dev.tradewind.janitor.domain.StockSums;
import dev.tradewind.janitor.domain.Window;
import dev.tradewind.janitor.sorting.ExternalSort;
import io.smallrye.mutiny.Multi;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares journals, log and archive, reconciles orders, stock and money, and tidies up the archive. It blocks its thread and holds little in memory:
 * what it compares is sorted on disk first.
 *
 * <p>The order of reading matters: counters before tokens, journals before archive. So what the archive holds beyond the journals is young, and a
 * product whose counters and tokens speak of different moments has a young commit.
 */
public final class Janitor {

  private static final int TELL_EVERY = 10_000;
  private static final Duration SLACK = Duration.ofHours(1);

  private final Journals journals;
  private final Optional<Log> log;
  private final ObjectStore store;
  private final Optional<Ledger> ledger;
  private final LogCodec codec;
  private final Path directory;
  private final InstantSource clock;

  /**
   * @param log empty when it is not to be looked at
   * @param ledger empty when nobody can ask the provider
   * @param directory for files while it works: some 300 bytes a commit
   */
  public Janitor(
      Journals journals, Optional<Log> log, ObjectStore store, Optional<Ledger> ledger, LogCodec codec, Path directory, InstantSource clock) {
    this.journals = Check.notNull(journals, "journals");
    this.log = Check.notNull(log, "log");
    this.store = Check.notNull(store, "store");
    this.ledger = Check.notNull(ledger, "ledger");
    this.codec = Check.notNull(codec, "codec");
    this.directory = Check.notNull(directory, "directory");
    this.clock = Check.notNull(clock, "clock");
  }

  /** @param progress is told what is under way, a line at a time */
  public Report run(Task task, Consumer<String> progress) {
    var now = clock.instant();
    var notes = new Notes(task.mostFindings());
    var problems = new ArrayList<String>();
    try (var sightings = new ExternalSort<>(directory, task.mostInMemory(), Sighting.ORDER, Forms.SIGHTING);
        var deeds = new ExternalSort<>(directory, task.mostInMemory(), Deed.ORDER, Forms.DEED)) {
      look(task, now, sightings, deeds, notes, progress);
    } catch (DamagedArchive damaged) {
      problems.add(damaged.getMessage());
    }
    task.compaction().ifPresent(settings -> problems.addAll(tidy(settings, notes, progress)));
    return new Report(now, notes.counts(), notes.drift(), notes.findings(), problems);
  }

  private void look(
      Task task, Instant now, ExternalSort<Sighting> sightings, ExternalSort<Deed> deeds, Notes notes, Consumer<String> progress) {
    var until = now.minus(task.grace());
    var since = task.since().orElse(Span.all().from());
    var sums = new StockSums(task.since().isEmpty() ? journals.counters().collect().asList().await().indefinitely() : List.of());
    each("the journals", journals.commits(), progress, stood -> {
      sightings.add(Sighting.of(stood.commit(), Place.JOURNAL));
      if (stood.commit().at().isAfter(until)) {
        sums.moving(stood.moves());
      }
    });
    var loggedFrom = log.map(central -> later(central.begins().await().indefinitely(), since));
    log.ifPresent(central -> each("the log", central.commits(loggedFrom.orElseThrow()), progress,
        commit -> sightings.add(Sighting.of(commit, Place.LOG))));
    each("the archive", archived(since), progress, commit -> {
      sightings.add(Sighting.of(commit, Place.ARCHIVE));
      Deed.of(commit).ifPresent(deeds::add);
    });
    ledger.ifPresent(provider -> each("the provider's ledger", provider.deeds(), progress, deeds::add));

    progress.accept("comparing");
    var comparison = new Comparison(new Window(until, since, loggedFrom), journals.services(), notes);
    sightings.forEach(comparison::add);
    comparison.end();
    var reconciliation = new Reconciliation(until, task.since(), ledger.isPresent(), sums, notes);
    deeds.forEach(reconciliation::add);
    reconciliation.end();
    if (task.since().isEmpty()) {
      sums.judge(notes);
    }
  }

  private Multi<LoggedCommit> archived(Instant since) {
    // Services and log each have a clock: a commit may be archived under the hour before its own.
    return new ArchiveReader(store, codec).everyCommit(new Span(since.minus(SLACK), Span.all().to()), line -> true, key -> {});
  }

  private List<String> tidy(Compaction.Settings settings, Notes notes, Consumer<String> progress) {
    progress.accept("tidying up the archive");
    var done = new Compaction(store, codec, settings, clock).run(hour -> {}).await().indefinitely();
    notes.count("objects merged", done.objects());
    notes.count("objects they became", done.into());
    notes.count("repeats left out by merging", done.repeats());
    notes.count("merged objects deleted", done.deleted());
    return done.problems();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static <T> void each(String what, Multi<T> things, Consumer<String> progress, Consumer<T> consumer) {
    progress.accept("reading " + what);
    long read = 0;
    for (var thing : things.subscribe().asIterable()) {
      consumer.accept(thing);
      if (++read % TELL_EVERY == 0) {
        progress.accept("%,d read of %s".formatted(read, what));
      }
    }
  }
}
