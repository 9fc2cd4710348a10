package dev.tradewind.orders.messaging;

import dev.tradewind.core.Deadline;
import dev.tradewind.core.Message;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.orders.domain.Order;
import dev.tradewind.orders.domain.OrderCommand;
import dev.tradewind.orders.domain.OrderEvent;
import dev.tradewind.orders.domain.OrderIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What comes in by message: deadlines from ourselves, answers from the others. */
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

  @Incoming("events")
  public Uni<Void> answer(Message message) {
    var reply = Replies.of(message.data());
    return orders.receive(message, OrderIds.stream(reply.orderId()), reply.report());
  }
}
