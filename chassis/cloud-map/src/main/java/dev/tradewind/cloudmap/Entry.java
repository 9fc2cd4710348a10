package dev.tradewind.cloudmap;

import java.util.Map;
import java.util.Optional;

/**
 * An instance as the registry holds it, understood or not.
 *
 * @param id unique within the service
 * @param attributes what it said about itself; see {@link Attributes}
 */
public record Entry(String id, Map<String, String> attributes) {

  public Entry {
    Check.notBlank(id, "id");
    attributes = Map.copyOf(attributes);
  }

  Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }
}
