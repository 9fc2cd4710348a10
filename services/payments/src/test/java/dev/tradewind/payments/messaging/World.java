package dev.tradewind.payments.messaging;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.Command;
import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.Edge;
import dev.tradewind.core.Event;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.Journal;
import dev.tradewind.core.Message;
import dev.tradewind.core.Observer;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.WaitingRoom;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.payments.domain.PaymentCommand;
import dev.tradewind.payments.domain.PaymentDecider;
import dev.tradewind.payments.domain.PaymentEvent;
import dev.tradewind.payments.domain.PaymentStream;
import dev.tradewind.testkit.DeciderSpec;
import dev.tradewind.testkit.InMemoryBus;
import dev.tradewind.testkit.InMemoryJournal;
import dev.tradewind.testkit.ManualClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Payments with everything around it in memory, for one order. */
final class World {

  private static final JsonCodec CODEC = new JsonCodec(Contracts.TYPES.and(PaymentEvent.RECORDS));

  final ManualClock clock = ManualClock.at(DeciderSpec.START);
  final InMemoryJournal<PaymentEvent> journal;
  final InMemoryBus bus;
  final BookkeepingProvider provider = new BookkeepingProvider();
  /** Where nobody tries: its timer never rings. */
  final WaitingRoom room = new WaitingRoom(
      new WaitingRoom.Options(Duration.ofSeconds(1), Duration.ofMinutes(5), (delay, task) -> { }, Supplier::get));

  private World(boolean written) {
    journal = written ? InMemoryJournal.through(CODEC, PaymentEvent.class) : InMemoryJournal.plain();
    bus = written ? InMemoryBus.through(CODEC, clock) : InMemoryBus.plain(clock);
  }

  /** Whatever is stored or sent is written and read again. */
  static World written() {
    return new World(true);
  }

  /** Whatever is stored or sent stays an object: much faster. */
  static World unwritten() {
    return new World(false);
  }

  /** Payments when nothing goes wrong. */
  PaymentMessages payments() {
    return payments(same -> same, same -> same, same -> same);
  }

  /** Payments as it sees its ports through these. */
  PaymentMessages payments(
      UnaryOperator<Journal<PaymentEvent>> journals, UnaryOperator<Dispatcher> dispatchers, UnaryOperator<Edge<PaymentCommand>> edges) {
    return new PaymentMessages(new StreamHandler<>(
        "payments", new PaymentDecider(), journals.apply(journal), EventLog.NONE, dispatchers.apply(bus), edges.apply(provider), clock, Observer.NONE),
        room);
  }

  /** The nth command that the order sends. */
  static Message asked(int nth, Command command) {
    return new Message(
        "order/o-1/" + nth + "/0", "/tradewind/orders", "order/o-1", nth, DeciderSpec.START, "order/o-1/" + nth, "o-1", "", Optional.empty(), command);
  }

  /** What was told, in order, each message once however often it was sent. */
  List<Event> told() {
    Map<String, Event> first = new LinkedHashMap<>();
    bus.sent(Event.class).forEach(message -> first.putIfAbsent(message.id(), (Event) message.data()));
    return List.copyOf(first.values());
  }

  /** All that outlives a handler. */
  @Override
  public String toString() {
    return "%s %s %s".formatted(
        journal.history(PaymentStream.of("o-1")), provider, bus.sent().stream().map(Message::id).distinct().sorted().toList());
  }
}
