package dev.tradewind.core;

import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Remembers the streams this process used last, so that the next step of a stream that nobody else touched costs no read. It may be
 * behind, never wrong: versions are gapless, so an append on top of what is remembered succeeds only when that was all there is.
 *
 * @param <E> events of the streams kept here
 */
public final class CachedJournal<E> implements Journal<E> {

  private final Journal<E> journal;
  private final int mostStreams;
  private final SequencedMap<StreamId, History<E>> remembered = new LinkedHashMap<>(16, 0.75f, true);

  /** @param mostStreams how many streams to remember, those used last; 1 or more */
  public CachedJournal(Journal<E> journal, int mostStreams) {
    Check.that(mostStreams >= 1, "mostStreams starts at 1, but is %d", mostStreams);
    this.journal = Check.notNull(journal, "journal");
    this.mostStreams = mostStreams;
  }

  @Override
  public Uni<History<E>> read(StreamId stream) {
    return journal.read(stream).invoke(this::remember);
  }

  @Override
  public synchronized Optional<History<E>> recall(StreamId stream) {
    return Optional.ofNullable(remembered.get(stream));
  }

  @Override
  public Uni<Append<E>> append(Commit<E> commit) {
    return journal.append(commit).invoke(append -> {
      if (append instanceof Append.Appended) {
        extend(commit);
      } else {
        forget(commit.stream());
      }
    });
  }

  private synchronized void remember(History<E> history) {
    if (!history.isEmpty() && recall(history.stream()).filter(known -> known.version() >= history.version()).isEmpty()) {
      remembered.put(history.stream(), history);
      if (remembered.size() > mostStreams) {
        remembered.pollFirstEntry();
      }
    }
  }

  private synchronized void extend(Commit<E> commit) {
    recall(commit.stream()).or(() -> Optional.of(History.empty(commit.stream())))
        .filter(known -> known.version() == commit.version() - 1)
        .ifPresentOrElse(known -> remember(known.plus(commit)), () -> forget(commit.stream()));
  }

  private synchronized void forget(StreamId stream) {
    remembered.remove(stream);
  }
}
