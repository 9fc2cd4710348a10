package dev.tradewind.inventory.messaging;

import dev.tradewind.contracts.inventory.ReleaseStock;
import dev.tradewind.contracts.inventory.ReserveStock;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Message;
import dev.tradewind.core.RecentMessages;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.inventory.grouping.Receiving;
import dev.tradewind.inventory.grouping.StockHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Which messages come in, and what each asks of the stock. */
@ApplicationScoped
public class InventoryMessages {

  private final StockHandler handler;
  private final Receiving receiving;
  private final RecentMessages recent = new RecentMessages();

  public InventoryMessages(StockHandler handler, Receiving receiving) {
    this.handler = handler;
    this.receiving = receiving;
  }

  @Incoming("commands")
  public Uni<Void> command(Message message) {
    // Every attempt of a request arms the same deadline: that one found nothing does not mean that the next will not.
    if (message.data() instanceof Deadline deadline) {
      return receiving.lookAgain(deadline.streamId());
    }
    return recent.once(message, () -> switch (message.data()) {
      case ReserveStock reserve -> handler.reserve(Cause.of(message), reserve);
      case ReleaseStock release -> handler.release(Cause.of(message), release);
      default -> stranger(message, "inventory-commands", "ReserveStock and ReleaseStock");
    });
  }

  @Incoming("events")
  public Uni<Void> event(Message message) {
    return recent.once(message, () -> message.data() instanceof OrderConfirmed confirmed
        ? handler.sell(Cause.of(message), confirmed)
        : stranger(message, "inventory-events", "OrderConfirmed"));
  }

  private static Uni<Void> stranger(Message message, String queue, String understood) {
    return Uni.createFrom().failure(new UnreadableMessage(
        "%s takes %s, not %s; check who sends to it".formatted(queue, understood, message.data().getClass().getSimpleName())));
  }
}
