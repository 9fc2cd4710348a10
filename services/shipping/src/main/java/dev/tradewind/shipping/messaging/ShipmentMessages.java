package dev.tradewind.shipping.messaging;

import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.shipping.ArrangeShipment;
import dev.tradewind.contracts.shipping.CancelShipment;
import dev.tradewind.contracts.shipping.HoldShipment;
import dev.tradewind.contracts.shipping.ResumeShipment;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.Message;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.WaitingRoom;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.shipping.domain.Shipment;
import dev.tradewind.shipping.domain.ShipmentCommand;
import dev.tradewind.shipping.domain.ShipmentCommand.Advance;
import dev.tradewind.shipping.domain.ShipmentCommand.Arrange;
import dev.tradewind.shipping.domain.ShipmentCommand.Cancel;
import dev.tradewind.shipping.domain.ShipmentCommand.Hold;
import dev.tradewind.shipping.domain.ShipmentCommand.Resume;
import dev.tradewind.shipping.domain.ShipmentEvent;
import dev.tradewind.shipping.domain.ShipmentStream;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Shipping hears commands, and that an order was confirmed: only that starts a parcel's clock. */
@ApplicationScoped
public class ShipmentMessages {

  private final StreamHandler<Shipment, ShipmentCommand, ShipmentEvent> handler;
  private final WaitingRoom carrier;
  private final Dispatcher dispatcher;
  private final Duration dispatchAfter;

  /** @param carrier where commands wait while the carrier is away; what is heard of an order never needs it */
  public ShipmentMessages(
      StreamHandler<Shipment, ShipmentCommand, ShipmentEvent> handler,
      WaitingRoom carrier,
      Dispatcher dispatcher,
      @ConfigProperty(name = "tradewind.shipping.dispatch-after-millis") long dispatchAfterMillis) {
    this.handler = handler;
    this.carrier = carrier;
    this.dispatcher = dispatcher;
    this.dispatchAfter = Duration.ofMillis(dispatchAfterMillis);
  }

  @Incoming("commands")
  public Uni<Void> command(Message message) {
    return switch (message.data()) {
      case ArrangeShipment(var orderId, var shipTo, var lines) ->
          receive(message, ShipmentStream.of(orderId), new Arrange(orderId, shipTo, lines));
      case CancelShipment(var orderId) -> receive(message, ShipmentStream.of(orderId), new Cancel(orderId));
      case HoldShipment(var orderId) -> receive(message, ShipmentStream.of(orderId), new Hold(orderId));
      case ResumeShipment(var orderId) -> receive(message, ShipmentStream.of(orderId), new Resume(orderId));
      case Deadline deadline -> receive(message, deadline.streamId(), new Advance(deadline.streamId().key()));
      default -> throw unknown(message);
    };
  }

  @Incoming("events")
  public Uni<Void> event(Message message) {
    return switch (message.data()) {
      case OrderConfirmed(var order) -> dispatcher.dispatch(List.of(clock(message, ShipmentStream.of(order.orderId()))));
      default -> throw unknown(message);
    };
  }

  private Uni<Void> receive(Message message, StreamId stream, ShipmentCommand command) {
    return carrier.enter(() -> handler.receive(message, stream, command));
  }

  /**
   * The deadline at which the parcel goes. Nothing is committed for it: it follows from the event alone, so the event delivered again
   * sends the same deadline again, under the same id.
   */
  private Message clock(Message confirmed, StreamId stream) {
    return new Message(
        confirmed.id() + "/dispatch",
        "/tradewind/shipping",
        stream.toString(),
        confirmed.sequence(),
        confirmed.time(),
        confirmed.id(),
        confirmed.correlationId(),
        confirmed.traceparent(),
        Optional.of(confirmed.time().plus(dispatchAfter)),
        new Deadline(stream.toString()));
  }

  private static UnreadableMessage unknown(Message message) {
    return new UnreadableMessage("shipping does not handle " + message.data().getClass().getSimpleName() + " here");
  }
}
