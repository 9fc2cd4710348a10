package dev.tradewind.archive.format;

import dev.tradewind.archive.format.ObjectStore.Stored;
import dev.tradewind.core.Check;
import dev.tradewind.core.wire.LogCodec;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes few large objects of many small ones. The merged object is written, read back and compared; then one write of the manifest puts it in place
 * of the others; they are deleted later. Whenever it is killed, and however many do it at once, every record stays in an object that the manifest
 * names, and readers find each at least once.
 *
 * <p>It holds the lines of one merged object in memory, and what a manifest says of one hour.
 */
public final class Compaction {

  private static final int OBJECTS_AT_ONCE = 4;

  /**
   * When and how much.
   *
   * @param mergeAfter how long ago an hour must have begun
   * @param deleteAfter how long merged objects stay beside what they were merged into
   * @param mostBytes of lines in a merged object
   */
  public record Settings(Duration mergeAfter, Duration deleteAfter, long mostBytes) {

    /** An hour two hours after its end; what was merged stays a day; 4 MiB, about what a busy shard brings in a batch. */
    public static final Settings USUAL = new Settings(Duration.ofHours(3), Duration.ofDays(1), 4 << 20);

    public Settings {
      Check.that(!mergeAfter.isNegative(), "mergeAfter must not be negative, but is %s", mergeAfter);
      Check.that(!deleteAfter.isNegative(), "deleteAfter must not be negative, but is %s", deleteAfter);
      Check.that(mostBytes > 0, "mostBytes must be 1 or more, but is %d", mostBytes);
    }
  }

  /**
   * What was done.
   *
   * @param objects how many were merged
   * @param into how many they became
   * @param repeats how many lines were the same as another
   * @param deleted how many objects were deleted that had been merged before
   * @param problems what could not be merged, and why; one line each
   */
  public record Done(int objects, int into, long repeats, int deleted, List<String> problems) {

    static final Done NOTHING = new Done(0, 0, 0, 0, List.of());

    public Done {
      problems = List.copyOf(problems);
    }

    Done plus(Done other) {
      var all = new ArrayList<>(problems);
      all.addAll(other.problems);
      return new Done(objects + other.objects, into + other.into, repeats + other.repeats, deleted + other.deleted, all);
    }
  }

  private final ObjectStore store;
  private final Manifests manifests;
  private final Superseded superseded;
  private final LogCodec codec;
  private final Settings settings;
  private final InstantSource clock;

  public Compaction(ObjectStore store, LogCodec codec, Settings settings, InstantSource clock) {
    this.store = Check.notNull(store, "store");
    this.manifests = new Manifests(store);
    this.superseded = new Superseded(store, manifests);
    this.codec = Check.notNull(codec, "codec");
    this.settings = Check.notNull(settings, "settings");
    this.clock = Check.notNull(clock, "clock");
  }

  /** @param progress is told the beginning of each hour that is looked at */
  public Uni<Done> run(Consumer<Instant> progress) {
    return Keys.list(store, ArchiveKey.MANIFESTS, "")
        .map(ArchiveKey::ofManifest).filter(Optional::isPresent).map(Optional::get)
        .select().where(place -> !place.hour().plus(settings.mergeAfter()).isAfter(clock.instant()))
        .invoke(place -> progress.accept(place.hour()))
        .onItem().transformToUniAndConcatenate(place -> tidy(place)
            .onFailure(DamagedArchive.class).recoverWithItem(failure -> problem(failure.getMessage())))
        .collect().in(() -> new ArrayList<>(List.of(Done.NOTHING)), (sum, done) -> sum.set(0, sum.getFirst().plus(done)))
        .map(ArrayList::getFirst);
  }

  private static Done problem(String message) {
    return new Done(0, 0, 0, 0, List.of(message));
  }

  private Uni<Done> tidy(ArchiveKey.Place place) {
    return manifests.read(place.hour(), place.shard())
        .onItem().<Run>transformToMulti(found -> Multi.createFrom().iterable(
            found.map(manifest -> Run.of(manifest, settings.mostBytes())).orElseGet(List::of)))
        .onItem().transformToUniAndConcatenate(run -> merge(place, run))
        .collect().in(() -> new ArrayList<>(List.of(Done.NOTHING)), (sum, done) -> sum.set(0, sum.getFirst().plus(done)))
        .map(ArrayList::getFirst)
        .flatMap(merged -> superseded.delete(place, clock.instant().minus(settings.deleteAfter()))
            .map(deleted -> merged.plus(new Done(0, 0, 0, deleted, List.of()))));
  }

  private Uni<Done> merge(ArchiveKey.Place place, Run run) {
    return Multi.createFrom().iterable(run.entries())
        .onItem().transformToUni(entry -> store.get(entry.key()).emitOn(Infrastructure.getDefaultWorkerPool()).map(found -> checked(entry, found)))
        .merge(OBJECTS_AT_ONCE)
        .onItem().<String>transformToIterable(lines -> lines.select(line -> true))
        .collect().asList()
        .map(lines -> Merged.of(place, run, lines, codec))
        .flatMap(merged -> store.put(merged.key().toString(), merged.content())
            .chain(() -> store.get(merged.key().toString()))
            .invoke(found -> checked(merged.entry(clock.instant()), found))
            .chain(() -> manifests.merge(place, run.entries(), merged.entry(clock.instant())))
            .map(mine -> mine ? new Done(run.entries().size(), 1, merged.repeats(), 0, List.of()) : Done.NOTHING))
        .onFailure(DamagedArchive.class).recoverWithUni(failure -> unlessDoneByOthers(place, run, failure));
  }

  /** Another janitor may have merged them, and deleted them, since the manifest was read. */
  private Uni<Done> unlessDoneByOthers(ArchiveKey.Place place, Run run, Throwable failure) {
    return manifests.read(place.hour(), place.shard())
        .map(found -> found.filter(manifest -> manifest.entries().containsAll(run.entries())).isPresent()
            ? problem(failure.getMessage())
            : Done.NOTHING);
  }

  private static Lines checked(Manifest.Entry entry, Optional<Stored> found) {
    var lines = Lines.read(entry.key(),
        found.orElseThrow(() -> new DamagedArchive(entry.key() + " is in its manifest, but not in the archive: bring it back")).bytes());
    if (!lines.sha256().equals(entry.sha256())) {
      throw new DamagedArchive(entry.key() + " does not hold what was written: bring back an older version of the object");
    }
    return lines;
  }
}
