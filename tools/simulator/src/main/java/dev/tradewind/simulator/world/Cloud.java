package dev.tradewind.simulator.world;

import dev.tradewind.checker.Sending;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All queues, and the way of every message into those it belongs to. */
final class Cloud {

  private final Map<String, List<MessageQueue>> byService = new LinkedHashMap<>();
  private final Map<Class<?>, List<MessageQueue>> byType = new HashMap<>();
  private final Map<String, List<MessageQueue>> home = new HashMap<>();
  private final Routes routes;

  Cloud(World world, List<SimulatedService> services) {
    this.routes = new Routes(services);
    for (var service : services) {
      var queues = new ArrayList<MessageQueue>();
      for (int index = 0; index < service.queues().size(); index++) {
        queues.add(new MessageQueue(world, world.fleet(service.name()), index));
      }
      byService.put(service.name(), queues);
    }
  }

  void send(Message message, long delay) {
    for (var queue : route(message)) {
      queue.put(message, delay);
    }
  }

  Routes routes() {
    return routes;
  }

  Iterable<MessageQueue> queues() {
    return byService.values().stream().flatMap(List::stream).toList();
  }

  List<Sending> sendings() {
    var all = new ArrayList<Sending>();
    queues().forEach(queue -> queue.testify(all));
    return all;
  }

  private List<MessageQueue> route(Message message) {
    return message.data() instanceof Deadline
        ? home.computeIfAbsent(message.source(), source -> find(message))
        : byType.computeIfAbsent(message.data().getClass(), type -> find(message));
  }

  private List<MessageQueue> find(Message message) {
    return routes.of(message).stream().map(address -> byService.get(address.service()).get(address.index())).toList();
  }
}
