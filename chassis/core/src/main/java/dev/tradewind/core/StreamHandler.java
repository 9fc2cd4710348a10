package dev.tradewind.core;

import dev.tradewind.core.Append.AlreadyOurs;
import dev.tradewind.core.Append.Appended;
import dev.tradewind.core.Append.Conflict;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The five moves of every service: receive → load → decide → commit → dispatch; the caller acknowledges when the result is there.
 * Side by side with the dispatch, the commit is put into the central log.
 *
 * <p>Crash before the commit: the message comes back and nothing happened. Crash after it: the message comes back, the history
 * shows its cause, and the stored messages are sent, and the commit is put, again.
 *
 * @param <S> state
 * @param <C> commands
 * @param <E> events
 */
public final class StreamHandler<S, C, E> {

  private static final int MAX_ATTEMPTS = 20;

  private final Decider<S, C, E> decider;
  private final Journal<E> journal;
  private final Dispatcher dispatcher;
  private final Sender<E> sender;
  private final Edge<C> edge;
  private final InstantSource clock;
  private final Observer observer;
  private final RecentMessages recent = new RecentMessages();

  public StreamHandler(
      String service, Decider<S, C, E> decider, Journal<E> journal, EventLog log, Dispatcher dispatcher, Edge<C> edge, InstantSource clock,
      Observer observer) {
    this.decider = Check.notNull(decider, "decider");
    this.journal = Check.notNull(journal, "journal");
    this.dispatcher = Check.notNull(dispatcher, "dispatcher");
    this.sender = new Sender<>(Check.notBlank(service, "service"), Check.notNull(log, "log"), dispatcher);
    this.edge = Check.notNull(edge, "edge");
    this.clock = Check.notNull(clock, "clock");
    this.observer = Check.notNull(observer, "observer");
  }

  /**
   * Handles the command that a message became. A deadline that is not due yet is sent on its way again.
   *
   * @return completes when the message may be acknowledged; fails when it must be delivered again
   */
  public Uni<Void> receive(Message message, StreamId stream, C command) {
    if (message.notBefore().filter(clock.instant()::isBefore).isPresent()) {
      return dispatcher.dispatch(List.of(message));
    }
    if (recent.contains(message)) {
      return Uni.createFrom().voidItem();
    }
    return handle(Cause.of(message), stream, command).flatMap(result -> {
      if (result instanceof Result.Postponed<S, E>(var until)) {
        return postpone(message, until);
      }
      // What changed nothing today may find something to do tomorrow.
      if (result instanceof Result.Committed || result instanceof Result.Repeated) {
        recent.add(message);
      }
      return Uni.createFrom().voidItem();
    });
  }

  private Uni<Void> postpone(Message message, Instant until) {
    return message.data() instanceof Event
        ? Uni.createFrom().failure(new IllegalStateException(
            "message %s cannot wait until %s: a decider may let deadlines and commands wait, but no event".formatted(message.id(), until)))
        : dispatcher.dispatch(List.of(message.dueAt(until)));
  }

  /** Handles a command for a stream. A failure means: do not acknowledge, deliver it again. */
  public Uni<Result<S, E>> handle(Cause cause, StreamId stream, C command) {
    return fromMemory(cause, stream, command).orElseGet(() -> load(stream).flatMap(history -> decide(cause, history, command, 1)));
  }

  /** What is remembered will do for a change, whose commit fails when there is more. Any other decision is made on all there is. */
  private Optional<Uni<Result<S, E>>> fromMemory(Cause cause, StreamId stream, C command) {
    var remembered = journal.recall(stream).filter(history -> history.causedBy(cause.id()).isEmpty());
    if (remembered.isEmpty()) {
      return Optional.empty();
    }
    var history = remembered.get();
    S state = history.fold(decider);
    Instant now = clock.instant();
    return decider.decide(state, command, now) instanceof Decision.Change<E> change
        ? Optional.of(sender.sendAll(history, history.unproven(cause)).flatMap(sent -> commit(cause, history, state, command, change, now, 1)))
        : Optional.empty();
  }

  /** The same for a stream that most likely does not exist yet: it saves the read, and costs a failed write when it does exist. */
  public Uni<Result<S, E>> start(Cause cause, StreamId stream, C command) {
    return decide(cause, History.empty(stream), command, 1);
  }

  /** The stream as it is now. */
  public Uni<History<E>> load(StreamId stream) {
    return journal.read(stream);
  }

  private Uni<Result<S, E>> decide(Cause cause, History<E> history, C command, int attempt) {
    var earlier = history.causedBy(cause.id());
    if (earlier.isPresent()) {
      return repeat(history, earlier.get());
    }
    return sender.sendAll(history, history.unproven(cause)).flatMap(ignored -> {
      S state = history.fold(decider);
      Instant now = clock.instant();
      return switch (decider.decide(state, command, now)) {
        case Decision.Nothing<E> nothing -> {
          observer.unchanged(history.stream(), command);
          yield result(new Result.Unchanged<>(history, state));
        }
        case Decision.Repeat<E>(var answer) ->
            sender.repeat(history, answer).map(sent -> new Result.Unchanged<>(history, state));
        case Decision.Wait<E>(var until) -> result(new Result.Postponed<>(until));
        case Decision.Refuse<E>(var code, var detail) -> result(new Result.Refused<>(state, code, detail));
        case Decision.Ask<E>(var call) ->
            edge.perform(call, true).flatMap(outcome -> decide(cause, history, outcome, attempt));
        case Decision.Change<E> change -> commit(cause, history, state, command, change, now, attempt);
      };
    });
  }

  private Uni<Result<S, E>> commit(Cause cause, History<E> history, S state, C command, Decision.Change<E> change, Instant now, int attempt) {
    var commit = new Commit<>(history.stream(), history.version() + 1, cause, now, change.events(), outgoing(history.stream(), change));
    return sender.armFirst(commit).flatMap(armed -> journal.append(commit)).flatMap(append -> switch (append) {
      case Appended<E> appended -> {
        observer.committed(commit);
        yield sender.send(commit, message -> true).flatMap(sent -> afterwards(history.plus(commit), state, commit, change));
      }
      // What followed that commit counts too: whether its call is still open, for one.
      case AlreadyOurs<E> ours -> load(history.stream()).flatMap(whole -> decide(cause, whole, command, attempt));
      case Conflict<E> conflict -> {
        observer.conflicted(history.stream(), commit.version());
        yield attempt < MAX_ATTEMPTS
            ? load(history.stream()).flatMap(newer -> decide(cause, newer, command, attempt + 1))
            : Uni.createFrom().failure(new ContendedStream(history.stream(), attempt));
      }
    });
  }

  private Uni<Result<S, E>> afterwards(History<E> history, S before, Commit<E> commit, Decision.Change<E> change) {
    return change.call().isPresent()
        ? settle(history, commit, change.call().get(), false)
        : result(new Result.Committed<>(history, commit.evolve(decider, before)));
  }

  /** The cause was seen before: what it led to is sent again, and a call left without an outcome is asked about. */
  private Uni<Result<S, E>> repeat(History<E> history, Commit<E> commit) {
    observer.repeated(commit);
    return sender.send(commit, history::lacksProofOf).flatMap(sent -> {
      var outcome = history.causedBy(Cause.outcomeOf(commit).id());
      if (outcome.isPresent()) {
        return repeat(history, outcome.get());
      }
      S state = history.fold(decider);
      var pending = decider.pending(state);
      return pending.isPresent() && leftPending(history, commit)
          ? settle(history, commit, pending.get(), true)
          : result(new Result.Repeated<>(history, state, commit));
    });
  }

  /** Whether a call was open when the commit was made. A call that began later belongs to whoever asked for it. */
  private boolean leftPending(History<E> history, Commit<E> commit) {
    return decider.pending(history.upTo(commit).fold(decider)).isPresent();
  }

  private Uni<Result<S, E>> settle(History<E> history, Commit<E> intent, Call call, boolean perhapsDone) {
    return edge.perform(call, perhapsDone).flatMap(outcome -> decide(Cause.outcomeOf(intent), history, outcome, 1));
  }

  private List<Outgoing> outgoing(StreamId stream, Decision.Change<E> change) {
    var outgoing = new ArrayList<>(change.messages().stream().map(Outgoing::now).toList());
    change.wake().ifPresent(due -> outgoing.add(Outgoing.deadline(stream, due)));
    return outgoing;
  }

  private static <S, E> Uni<Result<S, E>> result(Result<S, E> result) {
    return Uni.createFrom().item(result);
  }
}
