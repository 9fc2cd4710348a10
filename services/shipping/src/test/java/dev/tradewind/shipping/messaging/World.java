package dev.tradewind.shipping.messaging;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.contracts.shipping.ArrangeShipment;
import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.Edge;
import dev.tradewind.core.Event;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.Journal;
import dev.tradewind.core.Message;
import dev.tradewind.core.Observer;
import dev.tradewind.core.Payload;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.WaitingRoom;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.shipping.domain.ShipmentCommand;
import dev.tradewind.shipping.domain.ShipmentDecider;
import dev.tradewind.shipping.domain.ShipmentEvent;
import dev.tradewind.shipping.domain.ShipmentStream;
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

/** Shipping with everything around it in memory, for one order. */
final class World {

  static final Duration DISPATCH_AFTER = Duration.ofSeconds(2);
  static final Duration DELIVER_AFTER = Duration.ofSeconds(3);
  static final OrderConfirmed CONFIRMED = new OrderConfirmed(new OrderDocument(
      "o-1", "c-1", "CONFIRMED", Optional.empty(), new Money(100, "EUR"), List.of(new OrderLine("SKU-1", 1, 100)),
      Optional.empty(), Optional.empty()));

  private static final JsonCodec CODEC = new JsonCodec(Contracts.TYPES.and(ShipmentEvent.RECORDS));

  final ManualClock clock = ManualClock.at(DeciderSpec.START);
  final InMemoryJournal<ShipmentEvent> journal;
  final InMemoryBus bus;
  final BookkeepingCarrier carrier = new BookkeepingCarrier();
  /** Where nobody tries: its timer never rings. */
  final WaitingRoom room = new WaitingRoom(
      new WaitingRoom.Options(Duration.ofSeconds(1), Duration.ofMinutes(5), (delay, task) -> { }, Supplier::get));

  private World(boolean written) {
    journal = written ? InMemoryJournal.through(CODEC, ShipmentEvent.class) : InMemoryJournal.plain();
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

  /** Shipping when nothing goes wrong. */
  ShipmentMessages shipping() {
    return shipping(same -> same, same -> same, same -> same);
  }

  /** Shipping as it sees its ports through these. */
  ShipmentMessages shipping(
      UnaryOperator<Journal<ShipmentEvent>> journals, UnaryOperator<Dispatcher> dispatchers, UnaryOperator<Edge<ShipmentCommand>> edges) {
    var dispatcher = dispatchers.apply(bus);
    return new ShipmentMessages(
        new StreamHandler<>(
            "shipping", new ShipmentDecider(DISPATCH_AFTER, DELIVER_AFTER), journals.apply(journal), EventLog.NONE, dispatcher, edges.apply(carrier), clock, Observer.NONE),
        room,
        dispatcher,
        DISPATCH_AFTER.toMillis());
  }

  static ArrangeShipment arrange(String country) {
    return new ArrangeShipment("o-1", new Address("A. Customer", "1 Quay", "Hamburg", "20457", country), List.of(new Quantity("SKU-1", 1)));
  }

  /** The nth message that the order sends. */
  static Message sent(int nth, Payload data) {
    return new Message(
        "order/o-1/" + nth + "/0", "/tradewind/orders", "order/o-1", nth, DeciderSpec.START, "order/o-1/" + nth, "o-1", "", Optional.empty(), data);
  }

  /** What shipping told, in order, each message once however often it was sent. */
  List<Event> told() {
    Map<String, Event> first = new LinkedHashMap<>();
    bus.sent(Event.class).stream()
        .filter(message -> message.source().equals("/tradewind/shipping"))
        .forEach(message -> first.putIfAbsent(message.id(), (Event) message.data()));
    return List.copyOf(first.values());
  }

  /** All that outlives a handler. */
  @Override
  public String toString() {
    return "%s %s %s".formatted(
        journal.history(ShipmentStream.of("o-1")), carrier, bus.sent().stream().map(Message::id).distinct().sorted().toList());
  }
}
