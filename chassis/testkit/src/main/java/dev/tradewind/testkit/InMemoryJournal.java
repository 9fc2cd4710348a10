package dev.tradewind.testkit;

import dev.tradewind.core.Append;
import dev.tradewind.core.Append.Appended;
import dev.tradewind.core.Check;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.core.Journal;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.wire.JsonCodec;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A journal in a map. Everything completes at once, in the thread that subscribes.
 *
 * @param <E> events of the streams kept here
 */
public final class InMemoryJournal<E> implements Journal<E> {

  private final Map<StreamId, List<Commit<E>>> streams = new LinkedHashMap<>();
  private final UnaryOperator<Commit<E>> stored;

  private InMemoryJournal(UnaryOperator<Commit<E>> stored) {
    this.stored = stored;
  }

  /** Keeps commits as they are. */
  public static <E> InMemoryJournal<E> plain() {
    return new InMemoryJournal<>(commit -> commit);
  }

  /** Writes and reads every commit as a real journal does, so that what cannot be stored is found where it is committed. */
  public static <E> InMemoryJournal<E> through(JsonCodec codec, Class<E> events) {
    return new InMemoryJournal<>(commit -> RoundTrip.of(commit, codec, events));
  }

  @Override
  public Uni<History<E>> read(StreamId stream) {
    return Uni.createFrom().item(() -> history(stream));
  }

  @Override
  public Uni<Append<E>> append(Commit<E> commit) {
    return Uni.createFrom().item(() -> add(commit));
  }

  /** Every stream there is, oldest first. */
  public synchronized List<StreamId> streams() {
    return List.copyOf(streams.keySet());
  }

  public synchronized History<E> history(StreamId stream) {
    return new History<>(stream, streams.getOrDefault(stream, List.of()));
  }

  private synchronized Append<E> add(Commit<E> commit) {
    var commits = streams.getOrDefault(commit.stream(), List.of());
    if (commit.version() <= commits.size()) {
      return Append.against(commit, commits.get((int) commit.version() - 1));
    }
    Check.that(commit.version() == commits.size() + 1, "commit %s would leave a gap after version %d", commit.id(), commits.size());
    streams.computeIfAbsent(commit.stream(), created -> new ArrayList<>()).add(stored.apply(commit));
    return new Appended<>();
  }
}
