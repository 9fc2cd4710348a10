package dev.tradewind.chaos.collect;

import dev.tradewind.chaos.proxy.Routes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which queues a message must be put into, by its type, such as {@code tradewind.payments.CapturePayment.v1}. */
final class Subscribers {

  private static final String DEADLINE = "tradewind.chassis.Deadline.v1";

  private final Map<String, List<String>> byType = new HashMap<>();

  Subscribers(Routes routes) {
    routes.byTopic().values().forEach(topic -> topic.forEach(route ->
        route.types().forEach(type -> byType.computeIfAbsent(type, first -> new ArrayList<>()).add(route.queue()))));
  }

  /** An event bears the name of the service that tells it, a command that of the service it asks; a deadline comes back to its sender. */
  List<String> of(String sender, String type) {
    if (type.equals(DEADLINE)) {
      return List.of(commands(sender));
    }
    var service = type.split("\\.")[1];
    return service.equals(sender) ? byType.getOrDefault(type, List.of()) : List.of(commands(service));
  }

  private static String commands(String service) {
    return Names.PREFIX + service + "-commands";
  }
}
