package dev.tradewind.archive.format;

import dev.tradewind.core.Check;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.core.wire.UnreadableMessage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads the archive, however long it is, in little memory: a few objects at a time, no faster than it is asked for.
 *
 * <p>A commit may be there more than once: its service may put it into the log again, years later too. Repeats that stand near each other are left
 * out; whoever must know each commit once keeps to source, stream and version. The hours come in their order, within an hour there is none.
 *
 * <p>Objects may be merged meanwhile: one that is gone when it is its turn is read in the form of what it was merged into.
 */
public final class ArchiveReader {

  private static final int OBJECTS_AT_ONCE = 4;
  private static final int REMEMBERED = 50_000;

  private final ObjectStore store;
  private final LogCodec codec;
  private final Manifests manifests;

  public ArchiveReader(ObjectStore store, LogCodec codec) {
    this.store = Check.notNull(store, "store");
    this.codec = Check.notNull(codec, "codec");
    this.manifests = new Manifests(store);
  }

  /**
   * Every commit that the log took in these hours. Most are there within seconds of the moment they were made; one whose service died just then
   * may be hours later.
   *
   * <p>Fails with {@link DamagedArchive} when an object is not as it was written.
   */
  public Multi<LoggedCommit> commits(Span hours) {
    return commits(hours, line -> true, key -> {});
  }

  /**
   * Only those whose line is wanted; to look at the text of a line costs much less than to parse it.
   *
   * @param progress is told each object that was read
   */
  public Multi<LoggedCommit> commits(Span hours, Predicate<String> wanted, Consumer<ArchiveKey> progress) {
    return Multi.createFrom().deferred(() -> {
      var recent = new RecentCommits(REMEMBERED);
      return everyCommit(hours, wanted, progress).filter(recent::isNew);
    });
  }

  /** The same with every repeat that the archive holds. */
  public Multi<LoggedCommit> everyCommit(Span hours, Predicate<String> wanted, Consumer<ArchiveKey> progress) {
    return Multi.createFrom().deferred(() -> {
      Set<String> instead = ConcurrentHashMap.newKeySet();
      return objects(hours)
          .onItem().transformToUni(key -> store.get(key.toString())
              .emitOn(Infrastructure.getDefaultWorkerPool())
              .flatMap(found -> found.isPresent() ? Uni.createFrom().item(commits(key, found.get(), wanted)) : instead(key, instead, wanted))
              .invoke(() -> progress.accept(key)))
          .merge(OBJECTS_AT_ONCE)
          .onItem().<LoggedCommit>transformToIterable(commits -> commits);
    });
  }

  /** Of an object that was there when it was listed: what it was merged into, unless that was read in its place already. */
  private Uni<List<LoggedCommit>> instead(ArchiveKey gone, Set<String> instead, Predicate<String> wanted) {
    return manifests.read(gone.hour(), gone.shard())
        .map(manifest -> manifest.flatMap(all -> all.inPlaceOf(gone)).map(Manifest.Entry::key)
            .orElseThrow(() -> new DamagedArchive(gone + " was there and is gone, and nothing was merged from it: bring it back")))
        .flatMap(key -> instead.add(key) ? read(key, wanted) : Uni.createFrom().item(List.of()));
  }

  private Uni<List<LoggedCommit>> read(String key, Predicate<String> wanted) {
    return store.get(key).emitOn(Infrastructure.getDefaultWorkerPool())
        .map(found -> commits(ArchiveKey.parse(key).orElseThrow(),
            found.orElseThrow(() -> new DamagedArchive(key + " is in its manifest, but not in the archive: bring it back")), wanted));
  }

  /** The objects of these hours, in the order of their names. */
  public Multi<ArchiveKey> objects(Span hours) {
    return Keys.list(store, ArchiveKey.EVENTS, ArchiveKey.prefix(hours.from()))
        .map(ArchiveKey::parse).filter(Optional::isPresent).map(Optional::get)
        .select().first(key -> !hours.ends(key.hour()));
  }

  private List<LoggedCommit> commits(ArchiveKey key, ObjectStore.Stored stored, Predicate<String> wanted) {
    return Lines.read(key.toString(), stored.bytes()).select(wanted).stream().map(line -> read(key, line)).toList();
  }

  private LoggedCommit read(ArchiveKey key, String line) {
    try {
      return codec.read(line);
    } catch (UnreadableMessage e) {
      throw new DamagedArchive("%s holds a line that is no commit: %s; bring back an older version of the object".formatted(key, e.getMessage()), e);
    }
  }
}
