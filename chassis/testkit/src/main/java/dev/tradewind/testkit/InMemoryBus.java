package dev.tradewind.testkit;

import dev.tradewind.core.Check;
import dev.tradewind.core.Command;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.Event;
import dev.tradewind.core.Message;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.UnreadableMessage;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Queues and topics in one thread, as mean as the real ones: a message may come late, twice or out of order; one whose handling
 * failed comes again after {@link #VISIBILITY}; one that failed {@link #MAX_RECEIVES} times, or cannot be read, is a dead letter. A
 * deadline is held back for {@link #LONGEST_DELAY} at most, and then comes early.
 *
 * <p>Nothing moves until a test says so: {@link #deliver} hands over what is visible now, {@link #runUntil} lets time pass.
 */
public final class InMemoryBus implements Dispatcher {

  public static final Duration VISIBILITY = Duration.ofSeconds(10);
  public static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
  public static final int MAX_RECEIVES = 20;

  private final ManualClock clock;
  private final UnaryOperator<Message> carried;
  private final List<Subscriber> subscribers = new ArrayList<>();
  private final List<Message> sent = new ArrayList<>();
  private final List<Delivery> waiting = new ArrayList<>();
  private final List<Message> deadLetters = new ArrayList<>();
  private Optional<Error> broken = Optional.empty();

  private InMemoryBus(ManualClock clock, UnaryOperator<Message> carried) {
    this.clock = Check.notNull(clock, "clock");
    this.carried = carried;
  }

  /** Carries messages as they are. */
  public static InMemoryBus plain(ManualClock clock) {
    return new InMemoryBus(clock, message -> message);
  }

  /** Writes and reads every message, so that what cannot be sent is found where it is sent. */
  public static InMemoryBus through(JsonCodec codec, ManualClock clock) {
    return new InMemoryBus(clock, message -> RoundTrip.of(message, codec));
  }

  /** Every message that fits goes to this handler; each subscriber has its own copy. A failure means: deliver it again. */
  public InMemoryBus subscribe(String name, Predicate<Message> wants, Function<Message, Uni<Void>> handler) {
    subscribers.add(new Subscriber(name, wants, handler));
    return this;
  }

  /** The commands of this class. */
  public InMemoryBus onCommand(Class<? extends Command> type, Function<Message, Uni<Void>> handler) {
    return subscribe(type.getSimpleName(), message -> type.isInstance(message.data()), handler);
  }

  /** The events of this class, for the named subscriber. */
  public InMemoryBus onEvent(String subscriber, Class<? extends Event> type, Function<Message, Uni<Void>> handler) {
    return subscribe(subscriber, message -> type.isInstance(message.data()), handler);
  }

  /** The deadlines that the service sent to itself. */
  public InMemoryBus onDeadline(String service, Function<Message, Uni<Void>> handler) {
    return subscribe(service, message -> message.data() instanceof Deadline && message.source().equals("/tradewind/" + service), handler);
  }

  @Override
  public Uni<Void> dispatch(List<Message> messages) {
    return Uni.createFrom().voidItem().invoke(() -> messages.forEach(message -> accept(carried.apply(message))));
  }

  /** Every message ever sent, in order, repeats and all. */
  public List<Message> sent() {
    return List.copyOf(sent);
  }

  /** The same, of one type. */
  public List<Message> sent(Class<?> type) {
    return sent.stream().filter(message -> type.isInstance(message.data())).toList();
  }

  public List<Message> deadLetters() {
    return List.copyOf(deadLetters);
  }

  /** How many copies are on their way, visible or not. */
  public int waiting() {
    return waiting.size();
  }

  /** When the next message becomes visible; none when nothing is on its way. */
  public Optional<Instant> nextVisible() {
    return waiting.stream().map(Delivery::visibleAt).min(Comparator.naturalOrder());
  }

  /** Hands over everything visible now, and what that leads to, as sent. */
  public void deliver() {
    deliver(DeliveryOrder.asSent());
  }

  /** Hands over everything visible now, and what that leads to. */
  public void deliver(DeliveryOrder order) {
    for (var visible = visible(); !visible.isEmpty(); visible = visible()) {
      hand(visible.get(order.next(visible.size())), order);
    }
  }

  /** Hands over the one message that waits longest. Says whether there was one. */
  public boolean deliverOne() {
    var visible = visible();
    visible.stream().findFirst().ifPresent(first -> hand(first, DeliveryOrder.asSent()));
    return !visible.isEmpty();
  }

  /** Lets time pass until then, handing over each message when it becomes visible. */
  public void runUntil(Instant then, DeliveryOrder order) {
    deliver(order);
    for (var next = nextVisible(); next.filter(at -> !at.isAfter(then)).isPresent(); next = nextVisible()) {
      clock.advanceTo(next.get());
      deliver(order);
    }
    clock.advanceTo(then);
  }

  /** The same, as sent, for so long. */
  public void runFor(Duration time) {
    runUntil(clock.instant().plus(time), DeliveryOrder.asSent());
  }

  private void accept(Message message) {
    sent.add(message);
    var latest = clock.instant().plus(LONGEST_DELAY);
    var visibleAt = message.notBefore().map(due -> due.isAfter(latest) ? latest : due).orElse(clock.instant());
    subscribers.stream().filter(to -> to.wants().test(message)).forEach(to -> waiting.add(new Delivery(to, message, visibleAt, 0)));
  }

  private List<Delivery> visible() {
    return waiting.stream().filter(delivery -> !delivery.visibleAt().isAfter(clock.instant())).toList();
  }

  private void hand(Delivery delivery, DeliveryOrder order) {
    waiting.remove(delivery);
    Uni.createFrom().deferred(() -> delivery.to().handler().apply(delivery.message()))
        .subscribe().with(done -> acknowledged(delivery, order), failure -> failed(delivery, failure));
    if (broken.isPresent()) {
      throw broken.get();
    }
  }

  private void acknowledged(Delivery delivery, DeliveryOrder order) {
    if (order.again(delivery.receives() + 1)) {
      waiting.add(delivery.receivedAgain(clock.instant()));
    }
  }

  private void failed(Delivery delivery, Throwable failure) {
    if (failure instanceof Error error) {
      broken = Optional.of(error);
    } else if (failure instanceof UnreadableMessage || delivery.receives() + 1 >= MAX_RECEIVES) {
      deadLetters.add(delivery.message());
    } else {
      waiting.add(delivery.receivedAgain(clock.instant().plus(VISIBILITY)));
    }
  }
}
