package dev.tradewind.orders.messaging;

import dev.tradewind.core.Deadline;
import dev.tradewind.core.History;
import dev.tradewind.core.Message;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.orders.domain.Order;
import dev.tradewind.orders.domain.OrderCommand;
import dev.tradewind.orders.domain.OrderCommand.Suspect;
import dev.tradewind.orders.domain.OrderEvent;
import dev.tradewind.orders.domain.OrderEvent.OrderPlaced;
import dev.tradewind.orders.domain.OrderIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * What comes in by message: deadlines from ourselves, answers from the others, and what is suspected. An answer to what no order asked is no
 * answer; but a suspicion is lost on nobody: until its order is there, it is not acknowledged.
 */
@ApplicationScoped
public class OrderMessages {

  private final StreamHandler<Order, OrderCommand, OrderEvent> orders;

  public OrderMessages(StreamHandler<Order, OrderCommand, OrderEvent> orders) {
    this.orders = orders;
  }

  @Incoming("commands")
  public Uni<Void> command(Message message) {
    if (message.data() instanceof Deadline deadline) {
      return orders.receive(message, deadline.streamId(), new OrderCommand.Wake());
    }
    throw new UnreadableMessage("orders takes no command " + message.data().getClass().getSimpleName());
  }

  /** Takes an answer of the others, or what is suspected. */
  public Uni<Void> answer(Message message) {
    var reply = Replies.of(message.data());
    var stream = OrderIds.stream(reply.orderId());
    return reply.report() instanceof Suspect
        ? orders.load(stream).flatMap(history -> isPlaced(history)
            ? orders.receive(message, stream, reply.report())
            : Uni.createFrom().failure(new UnknownOrder(message.id(), reply.orderId())))
        : orders.receive(message, stream, reply.report());
  }

  private static boolean isPlaced(History<OrderEvent> history) {
    return history.commits().stream().anyMatch(commit -> commit.events().stream().anyMatch(OrderPlaced.class::isInstance));
  }
}
