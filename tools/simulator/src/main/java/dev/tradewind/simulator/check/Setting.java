package dev.tradewind.simulator.check;

import dev.tradewind.core.Message;
import dev.tradewind.simulator.services.Inventory;
import dev.tradewind.simulator.world.Routes;
import dev.tradewind.simulator.world.SimulatedService;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stays the same during a search, and is shared by all its situations. Used by one thread. */
final class Setting {

  static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  private final SmallWorld world;
  private final List<SimulatedService> services;
  private final Routes routes;
  private final Fingerprints fingerprints = new Fingerprints();
  private final Courses courses;
  private final Suspicions suspicions;
  private final Map<String, Integer> orders = new HashMap<>();

  /** @param forgetful whether every course is run anew, see {@link Courses} */
  Setting(SmallWorld world, List<SimulatedService> services, boolean forgetful) {
    this.courses = new Courses(fingerprints, forgetful);
    this.world = world;
    this.services = List.copyOf(services);
    this.routes = new Routes(services);
    this.suspicions = new Suspicions(world);
    for (int number = 0; number < world.orders().size(); number++) {
      orders.put(world.orders().get(number).orderId(), number);
    }
  }

  SmallWorld world() {
    return world;
  }

  List<SimulatedService> services() {
    return services;
  }

  Routes routes() {
    return routes;
  }

  Fingerprints fingerprints() {
    return fingerprints;
  }

  Suspicions suspicions() {
    return suspicions;
  }

  Courses courses() {
    return courses;
  }

  Waiting waiting(Waiting.Task task) {
    return new Waiting(task, fingerprints.of(task));
  }

  int order(Message message) {
    return orders.get(message.correlationId());
  }

  /** How many places there are for processes: one a service and order, see {@link #place}. */
  int places() {
    return services.size() * world.orders().size();
  }

  /**
   * Where a task is done. Streams of different orders share nothing in a process, so each order has processes of its own: as if it always
   * met another instance than the others, which is the case that allows most. Stock is what orders share: it has one process.
   */
  int place(String service, int order) {
    for (int index = 0; index < services.size(); index++) {
      if (services.get(index).name().equals(service)) {
        return index * world.orders().size() + (service.equals(Inventory.NAME) ? 0 : order);
      }
    }
    throw new IllegalArgumentException("there is no service " + service);
  }

  SimulatedService service(int place) {
    return services.get(place / world.orders().size());
  }

  int order(int place) {
    return place % world.orders().size();
  }

  /** Whether orders meet there. */
  boolean isShared(int place) {
    return service(place).name().equals(Inventory.NAME);
  }

  String name(int place) {
    return isShared(place) ? service(place).name() : service(place).name() + "-" + (char) ('A' + order(place));
  }
}
