package dev.tradewind.core;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Predicate;

/**
 * Sends what commits owe: their messages to whom they are for, and themselves to the log. Whoever acknowledges has waited for all of it.
 *
 * @param <E> events of the streams
 */
final class Sender<E> {

  private final String service;
  private final EventLog log;
  private final Dispatcher dispatcher;

  Sender(String service, EventLog log, Dispatcher dispatcher) {
    this.service = service;
    this.log = log;
    this.dispatcher = dispatcher;
  }

  /** A request is not delivered again: its deadline must be with the transport before its commit stands. */
  Uni<Void> armFirst(Commit<E> commit) {
    return commit.cause().isRequest() ? dispatcher.dispatch(messages(commit, true)) : Uni.createFrom().voidItem();
  }

  /** The log always gets it: nothing in the stream proves that it did. */
  Uni<Void> send(Commit<E> commit, Predicate<Message> needed) {
    if (!commit.cause().isRequest()) {
      return logged(commit, commit.messagesFrom(service).stream().filter(needed).toList());
    }
    // Log and events before commands: an answer to the command is then proof of both. The deadline was armed first.
    var ready = messages(commit, false).stream().filter(needed).toList();
    return logged(commit, ready.stream().filter(m -> m.data() instanceof Event).toList())
        .flatMap(told -> dispatcher.dispatch(ready.stream().filter(m -> m.data() instanceof Command).toList()));
  }

  Uni<Void> sendAll(History<E> history, List<Commit<E>> commits) {
    Uni<Void> sent = Uni.createFrom().voidItem();
    for (var commit : commits) {
      sent = sent.flatMap(before -> send(commit, history::lacksProofOf));
    }
    return sent;
  }

  /** Sends the newest stored messages of this type once more. */
  Uni<Void> repeat(History<E> history, Class<? extends Payload> type) {
    return dispatcher.dispatch(history.lastSaying(type).stream()
        .flatMap(commit -> commit.messagesFrom(service).stream())
        .filter(message -> type.isInstance(message.data()))
        .toList());
  }

  private Uni<Void> logged(Commit<E> commit, List<Message> messages) {
    var put = log.put(service, commit);
    return messages.isEmpty() ? put : Uni.join().all(put, dispatcher.dispatch(messages)).andFailFast().replaceWithVoid();
  }

  private List<Message> messages(Commit<E> commit, boolean deadlines) {
    return commit.messagesFrom(service).stream().filter(m -> m.notBefore().isPresent() == deadlines).toList();
  }
}
