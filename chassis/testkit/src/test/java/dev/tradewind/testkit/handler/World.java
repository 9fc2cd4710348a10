package dev.tradewind.testkit.handler;

import dev.tradewind.core.Append;
import dev.tradewind.core.Cause;
import dev.tradewind.core.CachedJournal;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Edge;
import dev.tradewind.core.History;
import dev.tradewind.core.Journal;
import dev.tradewind.core.Message;
import dev.tradewind.core.Observer;
import dev.tradewind.core.Result;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.testkit.DeciderSpec;
import dev.tradewind.testkit.Faults;
import dev.tradewind.testkit.InMemoryBus;
import dev.tradewind.testkit.InMemoryJournal;
import dev.tradewind.testkit.InMemoryLog;
import dev.tradewind.testkit.ManualClock;
import dev.tradewind.testkit.handler.Till.Fetch;
import dev.tradewind.testkit.handler.Till.Happened;
import dev.tradewind.testkit.handler.Till.Input;
import dev.tradewind.testkit.handler.Till.Pay;
import dev.tradewind.testkit.handler.Till.State;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** One till, its ports in memory, and whatever goes wrong between them. */
final class World {

  static final StreamId TILL = new StreamId("till", "1");

  final ManualClock clock = ManualClock.at(DeciderSpec.START);
  final JsonCodec codec = new JsonCodec(Till.TYPES);
  final InMemoryJournal<Happened> journal = InMemoryJournal.through(codec, Happened.class);
  final InMemoryBus bus = InMemoryBus.through(codec, clock);
  final InMemoryLog log = InMemoryLog.through(codec);
  final Faults faults;
  StreamHandler<State, Input, Happened> handler;

  /** What a deadline means to the till. */
  Input onDeadline = new Input.Look();

  /** What the provider was asked: the key, with a question mark when it may have happened before. */
  final List<String> calls = new ArrayList<>();
  /** What the provider did. */
  final Set<String> ledger = new LinkedHashSet<>();

  private final Queue<Runnable> beforeAppends = new ArrayDeque<>();

  World() {
    this(Faults.none());
  }

  World(Faults faults) {
    this.faults = faults;
    this.handler = handler(faults, provider());
    bus.onDeadline("till", faults.restarting(message -> handler.receive(message, TILL, onDeadline)));
  }

  StreamHandler<State, Input, Happened> handler(Faults through, Edge<Input> edge) {
    return new StreamHandler<>(
        "till", new Till(), new CachedJournal<>(through.on(interrupted()), 10), through.on(log), through.on(bus), through.on(edge), clock,
        Observer.NONE);
  }

  Edge<Input> provider() {
    return (call, perhapsDone) -> Uni.createFrom().item(() -> {
      var key = ((Pay) call).key();
      calls.add(perhapsDone ? key + "?" : key);
      ledger.add(key);
      return new Input.Charged(key);
    });
  }

  /** A new process takes over: what the old one remembered is gone. */
  void restart() {
    handler = handler(faults, provider());
  }

  /** Someone else does this just before the next append that has nothing in its way yet; further ones before further appends. */
  World beforeNextAppend(Runnable meanwhile) {
    beforeAppends.add(meanwhile);
    return this;
  }

  /** A message from outside, answering nothing. */
  Message message(String id) {
    return message(id, "somewhere/else/1/0");
  }

  /** A message from outside whose cause is the given message. */
  Message message(String id, String answers) {
    return new Message(
        id, "/tradewind/stock", "stock/1", 1, clock.instant(), answers, "till-1", "", Optional.empty(), new Fetch("unimportant"));
  }

  void receive(String id, Input input) {
    await(handler.receive(message(id), TILL, input));
  }

  /** Delivers until it is handled, as a queue does; a process that died is started again. */
  void receiveUntilHandled(String id, Input input) {
    receiveUntilHandled(message(id), input);
  }

  void receiveUntilHandled(Message message, Input input) {
    for (int delivery = 1; delivery <= 5; delivery++) {
      faults.restart();
      if (handled(handler.receive(message, TILL, input))) {
        return;
      }
    }
    throw new AssertionError("message %s was not handled in five deliveries".formatted(message.id()));
  }

  /** Delivers once. Says whether it was handled. */
  boolean delivered(String id, Input input) {
    return handled(handler.receive(message(id), TILL, input));
  }

  Result<State, Happened> request(String name, Input input) {
    return await(handler.handle(request(name), TILL, input));
  }

  /** A request whose client gives up when it fails. Says whether the client had an answer. */
  boolean requestOnce(String name, Input input) {
    return handled(handler.handle(request(name), TILL, input));
  }

  static Cause request(String name) {
    return Cause.request(name, "till-1", "");
  }

  History<Happened> history() {
    return journal.history(TILL);
  }

  State state() {
    return history().fold(new Till());
  }

  List<String> sentIds() {
    return bus.sent().stream().map(Message::id).toList();
  }

  /** Every message that the commits hold, in order. */
  List<Message> owed() {
    return history().commits().stream().flatMap(commit -> commit.messagesFrom("till").stream()).toList();
  }

  /** Every commit there is, as the log must hold it. */
  List<LoggedCommit> committed() {
    return history().commits().stream().map(commit -> log.asRecord("till", commit)).toList();
  }

  private static boolean handled(Uni<?> uni) {
    return uni.replaceWith(true).onFailure(Faults.Fault.class).recoverWithItem(false).await().atMost(Duration.ofSeconds(5));
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(5));
  }

  private Journal<Happened> interrupted() {
    return new Journal<>() {
      @Override
      public Uni<History<Happened>> read(StreamId stream) {
        return journal.read(stream);
      }

      @Override
      public Uni<Append<Happened>> append(Commit<Happened> commit) {
        return Uni.createFrom().voidItem()
            .invoke(() -> Optional.ofNullable(beforeAppends.poll()).ifPresent(Runnable::run))
            .flatMap(ready -> journal.append(commit));
      }
    };
  }
}
