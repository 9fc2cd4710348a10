package dev.tradewind.simulator;

import dev.tradewind.simulator.clients.Crowd;
import dev.tradewind.simulator.services.Inventory;
import dev.tradewind.simulator.services.Orders;
import dev.tradewind.simulator.services.Payments;
import dev.tradewind.simulator.services.Queries;
import dev.tradewind.simulator.services.Shipping;
import dev.tradewind.simulator.world.Outcome;
import dev.tradewind.simulator.world.Plan;
import dev.tradewind.simulator.world.SimulatedService;
import dev.tradewind.simulator.world.Timeline;
import dev.tradewind.simulator.world.World;
import java.util.List;
import java.util.stream.Stream;

/** What is simulated. */
public final class Platform {

  private static final List<SimulatedService> CARRYING_OUT = List.of(new Orders(), new Inventory(), new Payments(), new Shipping());
  private static final List<SimulatedService> SHOWING_TOO = Stream.concat(CARRYING_OUT.stream(), Stream.of(new Queries())).toList();

  private Platform() {}

  /** The services that carry out orders. */
  public static List<SimulatedService> services() {
    return CARRYING_OUT;
  }

  /** Runs the planned world to its end. The same plan gives the same outcome. */
  public static Outcome run(Plan plan, Timeline timeline) {
    return new World(plan, plan.shown() ? SHOWING_TOO : CARRYING_OUT, new Crowd(plan), timeline).run();
  }

  public static Outcome run(Plan plan) {
    return run(plan, Timeline.NONE);
  }
}
