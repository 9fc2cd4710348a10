package dev.tradewind.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All commits of a stream, oldest first, without gaps.
 *
 * @param stream the stream
 * @param commits its commits; empty when the stream does not exist
 * @param <E> events of the stream
 */
public record History<E>(StreamId stream, List<Commit<E>> commits) {

  /** @throws IllegalStateException when a version is missing: a stream with a gap must never be decided on */
  public History {
    commits = List.copyOf(commits);
    for (int i = 0; i < commits.size(); i++) {
      if (commits.get(i).version() != i + 1) {
        throw new IllegalStateException(
            "stream %s has a gap: expected version %d, found %d; do not repair by hand, restore it from the archive"
                .formatted(stream, i + 1, commits.get(i).version()));
      }
    }
  }

  public static <E> History<E> empty(StreamId stream) {
    return new History<>(stream, List.of());
  }

  /** The version of the newest commit; 0 when there is none. */
  public long version() {
    return commits.size();
  }

  public boolean isEmpty() {
    return commits.isEmpty();
  }

  /** The commit that this message or request led to, if it was handled before. */
  public Optional<Commit<E>> causedBy(String causeId) {
    for (var commit : commits) {
      if (commit.cause().id().equals(causeId)) {
        return Optional.of(commit);
      }
    }
    return Optional.empty();
  }

  /** The newest commit that holds a message of this type. */
  public Optional<Commit<E>> lastSaying(Class<? extends Payload> type) {
    return commits.reversed().stream().filter(commit -> commit.messages().stream().anyMatch(m -> type.isInstance(m.data()))).findFirst();
  }

  public <S> S fold(Decider<S, ?, E> decider) {
    S state = decider.initial();
    for (var commit : commits) {
      state = commit.evolve(decider, state);
    }
    return state;
  }

  /** Whether no commit here shows that this message arrived: none answers it, and none was made because of it. */
  boolean lacksProofOf(Message message) {
    for (var commit : commits) {
      if (commit.cause().answers().equals(message.id()) || commit.cause().id().equals(message.id())) {
        return false;
      }
    }
    return true;
  }

  /** The stream as it was when this commit of it had just been made. */
  History<E> upTo(Commit<E> commit) {
    return new History<>(stream, commits.subList(0, (int) commit.version()));
  }

  History<E> plus(Commit<E> commit) {
    var longer = new ArrayList<Commit<E>>(commits.size() + 1);
    longer.addAll(commits);
    longer.add(commit);
    return new History<>(stream, longer);
  }

  /**
   * The newest commits that requests made and nobody is known to have dispatched: a request is not delivered again after a crash.
   * The given cause is proof for the newest when it answers it, and that one for those before it, because whoever
   * committed it sent them first.
   */
  List<Commit<E>> unproven(Cause cause) {
    if (isEmpty() || commits.getLast().isProvenBy(cause)) {
      return List.of();
    }
    int from = commits.size();
    while (from > 0 && commits.get(from - 1).cause().isRequest()) {
      from--;
    }
    return commits.subList(from, commits.size());
  }
}
