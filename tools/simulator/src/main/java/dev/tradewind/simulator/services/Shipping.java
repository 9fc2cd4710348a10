package dev.tradewind.simulator.services;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.core.CachedJournal;
import dev.tradewind.core.Observer;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.Types;
import dev.tradewind.core.WaitingRoom;
import dev.tradewind.shipping.carrier.CarrierEdge;
import dev.tradewind.shipping.domain.ShipmentDecider;
import dev.tradewind.shipping.domain.ShipmentEvent;
import dev.tradewind.shipping.messaging.ShipmentMessages;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Process;
import dev.tradewind.simulator.world.SimulatedService;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Shipping: books, cancels and hands over parcels. */
public final class Shipping implements SimulatedService {

  public static final String NAME = "shipping";

  private static final int REMEMBERED_STREAMS = 1_000;
  private static final Duration DISPATCH_AFTER = Duration.ofSeconds(5);
  private static final Duration DELIVER_AFTER = Duration.ofSeconds(5);
  private static final Types TYPES = Contracts.TYPES.and(ShipmentEvent.RECORDS);
  private static final List<Queue> QUEUES = List.of(new Queue("commands", Set.of()), new Queue("events", Set.of(OrderConfirmed.class)));

  /** There is no breaker in a simulated world: nobody says that the carrier is away, and nothing waits. */
  private static final WaitingRoom.Options WAITING = WaitingRoom.Options.of(Duration.ofSeconds(1), Duration.ofMinutes(5));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Types types() {
    return TYPES;
  }

  @Override
  public List<Queue> queues() {
    return QUEUES;
  }

  @Override
  public Process start(Ports ports) {
    var handler = new StreamHandler<>(NAME, new ShipmentDecider(DISPATCH_AFTER, DELIVER_AFTER),
        new CachedJournal<>(ports.<ShipmentEvent>journal(), REMEMBERED_STREAMS), ports.log(), ports.dispatcher(),
        new CarrierEdge(ports.carrier()), ports.clock(), Observer.NONE);
    var messages = new ShipmentMessages(handler, new WaitingRoom(WAITING), ports.dispatcher(), DISPATCH_AFTER.toMillis());
    return (queue, message) -> queue == 0 ? messages.command(message) : messages.event(message);
  }
}
