package dev.tradewind.cloudmap;

import java.util.Map;
import java.util.Optional;

/**
 * A place where a service can be called.
 *
 * @param id unique within the service
 * @param host an IPv4 address
 * @param port from 1 to 65535
 * @param attributes all that it said about itself
 */
public record Instance(String id, String host, int port, Map<String, String> attributes) {

  public Instance {
    Check.notBlank(id, "id");
    Check.notBlank(host, "host");
    Check.that(port > 0 && port <= 65_535, "port is from 1 to 65535, but is %s", port);
    attributes = Map.copyOf(attributes);
  }

  /** Host and port, as {@code 10.0.0.1:8080}. */
  public String address() {
    return host + ":" + port;
  }

  public Optional<String> zone() {
    return Optional.ofNullable(attributes.get(Attributes.ZONE));
  }
}
