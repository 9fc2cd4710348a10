package dev.tradewind.simulator.world;

/** Something an instance is busy with on behalf of somebody who waits. */
interface InFlight {

  /** The instance died, or stood still for so long that whoever waits gives up on it. */
  void abandoned();
}
