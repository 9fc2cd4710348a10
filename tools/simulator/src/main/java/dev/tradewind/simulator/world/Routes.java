package dev.tradewind.simulator.world;

import dev.tradewind.core.Command;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Event;
import dev.tradewind.core.Message;
import dev.tradewind.core.Payload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which message goes into which queues: a command to the service it asks, a deadline home, an event to everyone who subscribed. */
public final class Routes {

  private static final String SOURCE = "/tradewind/";
  private static final int COMMANDS = 0;

  /**
   * A queue.
   *
   * @param service whose it is
   * @param index its place among the service's queues
   */
  public record Address(String service, int index, String name) {}

  private final List<SimulatedService> services;
  private final Map<String, List<Address>> home = new HashMap<>();
  private final Map<Class<?>, List<Address>> known = new HashMap<>();
  private final Map<List<Address>, List<String>> names = new IdentityHashMap<>();

  public Routes(List<SimulatedService> services) {
    this.services = List.copyOf(services);
  }

  public List<Address> of(Message message) {
    return message.data() instanceof Deadline
        ? home.computeIfAbsent(message.source(), source -> List.of(commands(source.substring(SOURCE.length()))))
        : known.computeIfAbsent(message.data().getClass(), type -> find(message.data()));
  }

  /** The names of the queues that the message must be put into. */
  List<String> names(Message message) {
    return names.computeIfAbsent(of(message), addresses -> addresses.stream().map(Address::name).toList());
  }

  private List<Address> find(Payload data) {
    return switch (data) {
      case Command command -> List.of(commands(services.getFirst().types().typeOf(command).service()));
      case Event event -> {
        var listeners = new ArrayList<Address>();
        for (var service : services) {
          for (int index = 0; index < service.queues().size(); index++) {
            if (service.queues().get(index).hears().contains(event.getClass())) {
              listeners.add(address(service, index));
            }
          }
        }
        yield List.copyOf(listeners);
      }
    };
  }

  private Address commands(String name) {
    return address(services.stream().filter(service -> service.name().equals(name)).findFirst().orElseThrow(), COMMANDS);
  }

  private static Address address(SimulatedService service, int index) {
    return new Address(service.name(), index, service.name() + "-" + service.queues().get(index).name());
  }
}
