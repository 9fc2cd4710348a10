package dev.tradewind.simulator.sabotage;

import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Sabotage;
import dev.tradewind.simulator.world.SimulatedStock;

/** Believes what it remembers of the shelves, and takes units without asking whether they are there. */
final class NoConditionOnTheCounter implements Sabotage {

  @Override
  public Ports on(String service, Ports ports) {
    var honest = (SimulatedStock) ports.stock();
    return ports.with(new ChangedStock(honest, write -> write.counters().isEmpty() ? honest.write(write) : honest.overwrite(write)));
  }
}
