package dev.tradewind.simulator.services;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.core.Types;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Process;
import dev.tradewind.simulator.world.SimulatedService;
import java.util.List;
import java.util.Set;

/** Inventory: sets stock aside, gives it back, sells it. */
public final class Inventory implements SimulatedService {

  public static final String NAME = "inventory";

  private static final List<Queue> QUEUES = List.of(new Queue("commands", Set.of()), new Queue("events", Set.of(OrderConfirmed.class)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Types types() {
    return Contracts.TYPES;
  }

  @Override
  public List<Queue> queues() {
    return QUEUES;
  }

  @Override
  public Process start(Ports ports) {
    return new InventoryProcess(ports);
  }
}
