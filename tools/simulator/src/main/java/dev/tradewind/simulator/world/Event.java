package dev.tradewind.simulator.world;

/** Something that happens at a simulated time. */
@FunctionalInterface
public interface Event {

  void happen();
}
