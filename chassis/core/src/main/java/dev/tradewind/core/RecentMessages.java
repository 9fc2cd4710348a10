package dev.tradewind.core;

import io.smallrye.mutiny.Uni;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.function.Supplier;

/**
 * What this process handled to the end not long ago: committed, and sent what came of it. Another copy may be acknowledged at once, so
 * that one copy too many does not become one too many at every step that follows.
 *
 * <p>It saves work and decides nothing: a process that forgot, or never knew, finds the cause in the stream and sends again.
 */
public final class RecentMessages {

  private static final int MOST = 10_000;

  private final SequencedSet<String> ids = new LinkedHashSet<>();

  /** Handles the message unless it was handled. A failure means that it was not. */
  public Uni<Void> once(Message message, Supplier<Uni<Void>> handling) {
    return contains(message) ? Uni.createFrom().voidItem() : Uni.createFrom().deferred(handling::get).invoke(() -> add(message));
  }

  synchronized boolean contains(Message message) {
    return ids.contains(message.id());
  }

  synchronized void add(Message message) {
    ids.addLast(message.id());
    if (ids.size() > MOST) {
      ids.removeFirst();
    }
  }
}
