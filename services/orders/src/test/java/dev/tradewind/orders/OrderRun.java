package dev.tradewind.orders;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.insights.FraudSuspected;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Edge;
import dev.tradewind.core.Event;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.History;
import dev.tradewind.core.Message;
import dev.tradewind.core.Observer;
import dev.tradewind.core.Result;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.orders.domain.Order;
import dev.tradewind.orders.domain.OrderCommand;
import dev.tradewind.orders.domain.OrderCommand.Resolution;
import dev.tradewind.orders.domain.OrderDecider;
import dev.tradewind.orders.domain.OrderEvent;
import dev.tradewind.orders.domain.OrderIds;
import dev.tradewind.orders.domain.Requester;
import dev.tradewind.orders.messaging.Replies;
import dev.tradewind.testkit.DeciderSpec;
import dev.tradewind.testkit.DeliveryOrder;
import dev.tradewind.testkit.InMemoryBus;
import dev.tradewind.testkit.InMemoryJournal;
import dev.tradewind.testkit.ManualClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One order in a world of its own, where messages come late, twice and in any order. The same seed gives the same run. */
final class OrderRun {

  static final Money TOTAL = new Money(4848, "EUR");

  private static final String ID = "o-1";
  private static final StreamId STREAM = OrderIds.stream(ID);
  private static final OrderCommand PLACE = new OrderCommand.Place(
      ID, "c-1", "EUR", List.of(new OrderLine("MUG", 1, 4848)), "tok", new Address("Recipient", "1 Street", "Town", "1", "DE"), "print");
  private static final Set<String> SOURCES_OF_ANSWERS = Set.of("/tradewind/partner");

  final ManualClock clock = ManualClock.at(DeciderSpec.START);
  final RandomPartners partners;

  private final JsonCodec codec = new JsonCodec(new OrdersWiring().types());
  private final InMemoryJournal<OrderEvent> journal = InMemoryJournal.through(codec, OrderEvent.class);
  private final InMemoryBus bus = InMemoryBus.through(codec, clock);
  private final OrderDecider decider = new OrderDecider();
  private final StreamHandler<Order, OrderCommand, OrderEvent> handler =
      new StreamHandler<>("orders", decider, journal, EventLog.NONE, bus, Edge.none(), clock, Observer.NONE);
  private final DeliveryOrder order;
  private int requests;
  private int suspicions;

  OrderRun(long seed, int moodiness) {
    var random = new Random(seed);
    this.order = DeliveryOrder.shuffled(random);
    this.partners = new RandomPartners(bus, clock, random, moodiness);
    bus.onDeadline("orders", message -> handler.receive(message, ((Deadline) message.data()).streamId(), new OrderCommand.Wake()));
    bus.subscribe("answers", message -> SOURCES_OF_ANSWERS.contains(message.source()), this::answer);
  }

  OrderRun place() {
    handler.start(Cause.request("place", ID, ""), STREAM, PLACE).await().atMost(Duration.ofSeconds(1));
    return this;
  }

  void passTime(Duration time) {
    bus.runUntil(clock.instant().plus(time), order);
  }

  Result<Order, OrderEvent> cancel() {
    return request(new OrderCommand.Cancel("customer", Requester.CUSTOMER));
  }

  void resolve(Resolution resolution) {
    request(new OrderCommand.Resolve(resolution));
  }

  /** Somebody thinks it is fraud, and says so in a message that may come late and twice. */
  void suspect(String rule) {
    suspicions++;
    var id = "suspicion/" + ID + "/" + suspicions;
    var told = new Message(id, "/tradewind/partner", id, 1, clock.instant(), "order/" + ID + "/1", ID, "", Optional.empty(),
        new FraudSuspected(ID, "c-1", List.of(rule), "it looks like it"));
    bus.dispatch(List.of(told, told)).await().atMost(Duration.ofSeconds(1));
  }

  Order order() {
    return history().fold(decider);
  }

  History<OrderEvent> history() {
    return journal.history(STREAM);
  }

  List<Message> deadLetters() {
    return bus.deadLetters();
  }

  /** How often something happened. */
  long happened(Class<? extends OrderEvent> type) {
    return history().commits().stream().flatMap(commit -> commit.events().stream()).filter(type::isInstance).count();
  }

  /** Different messages of this type that were ever sent; repeats count once. */
  long told(Class<? extends Event> type) {
    return bus.sent(type).stream().map(Message::id).distinct().count();
  }

  long confirmations() {
    return told(OrderConfirmed.class);
  }

  /** Everything that was ever sent or answered comes once more. */
  void replayEverything() {
    bus.dispatch(bus.sent()).await().atMost(Duration.ofSeconds(1));
  }

  @Override
  public String toString() {
    return "%s %s, partners %s".formatted(order().state(), history().commits().stream().flatMap(c -> c.events().stream()).toList(), partners.truths());
  }

  private Uni<Void> answer(Message message) {
    var reply = Replies.of(message.data());
    return handler.receive(message, OrderIds.stream(reply.orderId()), reply.report());
  }

  private Result<Order, OrderEvent> request(OrderCommand command) {
    requests++;
    return handler.handle(Cause.request("request-" + requests, ID, ""), STREAM, command).await().atMost(Duration.ofSeconds(1));
  }
}
