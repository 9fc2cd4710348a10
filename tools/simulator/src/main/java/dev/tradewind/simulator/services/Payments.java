package dev.tradewind.simulator.services;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.CachedJournal;
import dev.tradewind.core.Observer;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.Types;
import dev.tradewind.core.WaitingRoom;
import dev.tradewind.payments.domain.PaymentDecider;
import dev.tradewind.payments.domain.PaymentEvent;
import dev.tradewind.payments.messaging.PaymentMessages;
import dev.tradewind.payments.psp.PspEdge;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Process;
import dev.tradewind.simulator.world.SimulatedService;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Payments: holds, takes, lets go of and gives back money. */
public final class Payments implements SimulatedService {

  public static final String NAME = "payments";

  private static final int REMEMBERED_STREAMS = 1_000;
  private static final Types TYPES = Contracts.TYPES.and(PaymentEvent.RECORDS);
  private static final List<Queue> QUEUES = List.of(new Queue("commands", Set.of()));
  /** There is no breaker in a simulated world: nobody says that the provider is away, and nothing waits. */
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
    var messages = new PaymentMessages(new StreamHandler<>(NAME, new PaymentDecider(), new CachedJournal<>(ports.journal(), REMEMBERED_STREAMS),
        ports.log(), ports.dispatcher(), new PspEdge(ports.psp()), ports.clock(), Observer.NONE), new WaitingRoom(WAITING));
    return (queue, message) -> messages.on(message);
  }
}
