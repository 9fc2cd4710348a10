package dev.tradewind.simulator.world;

import dev.tradewind.core.Event;
import dev.tradewind.core.Types;
import java.util.List;
import java.util.Set;

/** A service as the simulator needs to know it. To let another one take part, implement this and add it to the list. */
public interface SimulatedService {

  /**
   * A queue of the service.
   *
   * @param name without the service's, such as {@code commands}, which must come first
   * @param hears the events of other services that are put into it
   */
  record Queue(String name, Set<Class<? extends Event>> hears) {}

  /** As in {@link Types}. */
  String name();

  /** Everything it sends, hears and stores. */
  Types types();


  List<Queue> queues();

  /** Starts a process. */
  Process start(Ports ports);
}
