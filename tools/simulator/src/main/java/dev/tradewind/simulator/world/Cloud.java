package dev.tradewind.simulator.world;

import dev.tradewind.checker.Sending;
import dev.tradewind.core.Command;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Event;
import dev.tradewind.core.Message;
import dev.tradewind.core.Payload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All queues, and which message goes into which: a command to the service it asks, a deadline home, an event to everyone who subscribed. */
final class Cloud {

  private static final String SOURCE = "/tradewind/";
  private static final int COMMANDS = 0;

  private final Map<String, List<MessageQueue>> byService = new LinkedHashMap<>();
  private final Map<Class<?>, List<MessageQueue>> routes = new HashMap<>();
  private final Map<Class<?>, List<String>> names = new HashMap<>();
  private final List<SimulatedService> services;

  Cloud(World world, List<SimulatedService> services) {
    this.services = services;
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

  /** The names of the queues that the message must be put into. */
  List<String> queuesFor(Message message) {
    return message.data() instanceof Deadline
        ? List.of(home(message).name())
        : names.computeIfAbsent(message.data().getClass(), type -> route(message).stream().map(MessageQueue::name).toList());
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
    if (message.data() instanceof Deadline) {
      return List.of(home(message));
    }
    var known = routes.get(message.data().getClass());
    if (known == null) {
      known = find(message.data());
      routes.put(message.data().getClass(), known);
    }
    return known;
  }

  private MessageQueue home(Message message) {
    return byService.get(message.source().substring(SOURCE.length())).get(COMMANDS);
  }

  private List<MessageQueue> find(Payload data) {
    return switch (data) {
      case Command command -> List.of(byService.get(services.getFirst().types().typeOf(command).service()).get(COMMANDS));
      case Event event -> {
        var listeners = new ArrayList<MessageQueue>();
        for (var service : services) {
          for (int index = 0; index < service.queues().size(); index++) {
            if (service.queues().get(index).hears().contains(event.getClass())) {
              listeners.add(byService.get(service.name()).get(index));
            }
          }
        }
        yield List.copyOf(listeners);
      }
    };
  }
}
