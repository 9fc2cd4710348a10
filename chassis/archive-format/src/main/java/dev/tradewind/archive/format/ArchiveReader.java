package dev.tradewind.archive.format;

import dev.tradewind.core.Check;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.core.wire.UnreadableMessage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads the archive, however long it is, in little memory: a few objects at a time, no faster than it is asked for.
 *
 * <p>A commit may be there more than once: its service may put it into the log again, years later too. Repeats that stand near each other are left
 * out; whoever must know each commit once keeps to source, stream and version. The hours come in their order, within an hour there is none.
 */
public final class ArchiveReader {

  private static final int OBJECTS_AT_ONCE = 4;
  private static final int REMEMBERED = 50_000;

  private final ObjectStore store;
  private final LogCodec codec;

  public ArchiveReader(ObjectStore store, LogCodec codec) {
    this.store = Check.notNull(store, "store");
    this.codec = Check.notNull(codec, "codec");
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
      return objects(hours)
          .onItem().transformToUni(key -> store.get(key.toString())
              .emitOn(Infrastructure.getDefaultWorkerPool())
              .map(found -> commits(key, found, wanted))
              .invoke(() -> progress.accept(key)))
          .merge(OBJECTS_AT_ONCE)
          .onItem().<LoggedCommit>transformToIterable(commits -> commits)
          .filter(recent::isNew);
    });
  }

  /** The objects of these hours, in the order of their names. */
  public Multi<ArchiveKey> objects(Span hours) {
    return Keys.list(store, ArchiveKey.EVENTS, ArchiveKey.prefix(hours.from()))
        .map(ArchiveKey::parse).filter(Optional::isPresent).map(Optional::get)
        .select().first(key -> !hours.ends(key.hour()));
  }

  private List<LoggedCommit> commits(ArchiveKey key, Optional<ObjectStore.Stored> found, Predicate<String> wanted) {
    return found.map(stored -> Lines.read(key.toString(), stored.bytes()).select(wanted).stream().map(line -> read(key, line)).toList())
        .orElseGet(List::of);
  }

  private LoggedCommit read(ArchiveKey key, String line) {
    try {
      return codec.read(line);
    } catch (UnreadableMessage e) {
      throw new DamagedArchive("%s holds a line that is no commit: %s; bring back an older version of the object".formatted(key, e.getMessage()), e);
    }
  }
}
