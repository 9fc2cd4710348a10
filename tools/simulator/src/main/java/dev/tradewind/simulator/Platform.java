package dev.tradewind.simulator;

import dev.tradewind.simulator.clients.Crowd;
import dev.tradewind.simulator.services.Inventory;
import dev.tradewind.simulator.services.Orders;
import dev.tradewind.simulator.services.Payments;
import dev.tradewind.simulator.services.Shipping;
import dev.tradewind.simulator.world.Outcome;
import dev.tradewind.simulator.world.Plan;
import dev.tradewind.simulator.world.SimulatedService;
import dev.tradewind.simulator.world.Timeline;
import dev.tradewind.simulator.world.World;
import java.util.List;

/** What is simulated: every service there is. */
public final class Platform {

  private static final List<SimulatedService> SERVICES = List.of(new Orders(), new Inventory(), new Payments(), new Shipping());

  private Platform() {}

  /** Every service there is. */
  public static List<SimulatedService> services() {
    return SERVICES;
  }

  /** Runs the planned world to its end. The same plan gives the same outcome. */
  public static Outcome run(Plan plan, Timeline timeline) {
    return new World(plan, SERVICES, new Crowd(plan), timeline).run();
  }

  public static Outcome run(Plan plan) {
    return run(plan, Timeline.NONE);
  }
}
