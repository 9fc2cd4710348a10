package dev.tradewind.insights.reading;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderPlaced;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Check;
import dev.tradewind.core.Event;
import dev.tradewind.core.Message;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.insights.domain.Placement;
import dev.tradewind.insights.domain.Sale;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a reader wants to know of the log: one kind of event that orders tells. All else in the log is passed over, whether it could be
 * understood or not.
 *
 * @param <F> the fact that each of these events is
 */
public final class Facts<F> {

  private static final String ORDERS = "orders";

  private final Class<? extends Event> event;
  private final LogCodec codec;
  private final Function<Message, F> fact;

  private Facts(Class<? extends Event> event, Function<Message, F> fact) {
    this.event = event;
    this.codec = new LogCodec(new JsonCodec(Types.of(List.of(Contracts.TYPES.all().stream()
        .filter(type -> type.javaClass() == event).findFirst().orElseThrow()))));
    this.fact = fact;
  }

  /** Orders that were confirmed. */
  public static Facts<Sale> sales() {
    return new Facts<>(OrderConfirmed.class, told -> Sale.of(((OrderConfirmed) told.data()).order(), told.time()));
  }

  /** Orders that were placed. */
  public static Facts<Placement> placements() {
    return new Facts<>(OrderPlaced.class, told -> Placement.of(((OrderPlaced) told.data()).order(), told.time(), Cause.of(told)));
  }

  /**
   * The facts that a record holds; none when it is about something else.
   *
   * @throws UnreadableMessage saying why it can never be understood
   */
  List<F> of(String record) {
    var commit = codec.read(record);
    try {
      return commit.service().equals(ORDERS) ? told(commit).map(fact).toList() : List.of();
    } catch (IllegalArgumentException e) {
      throw new UnreadableMessage("no order can be as it is told: " + Check.rule(e));
    }
  }

  /** Deadlines are understood by everybody. */
  private Stream<Message> told(LoggedCommit commit) {
    return codec.messages(commit).stream().filter(message -> event.isInstance(message.data()));
  }
}
