package dev.tradewind.launcher.resources;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What applying the resources did.
 *
 * @param counts how many resources of each kind were created, updated and left as they are
 * @param elsewhere kinds of which there are some, and which nobody but a cluster's controllers creates
 */
public record Applied(Map<String, Count> counts, List<String> elsewhere) {

  /** How many of one kind. */
  public record Count(int created, int updated, int unchanged) {

    Count with(Change change) {
      return switch (change) {
        case CREATED -> new Count(created + 1, updated, unchanged);
        case UPDATED -> new Count(created, updated + 1, unchanged);
        case UNCHANGED -> new Count(created, updated, unchanged + 1);
      };
    }
  }

  static Applied nothing(Collection<String> kinds, List<String> elsewhere) {
    Map<String, Count> counts = new LinkedHashMap<>();
    kinds.forEach(kind -> counts.put(kind, new Count(0, 0, 0)));
    return new Applied(counts, elsewhere);
  }

  Applied with(String kind, Change change) {
    Map<String, Count> next = new LinkedHashMap<>(counts);
    next.compute(kind, (name, count) -> count.with(change));
    return new Applied(next, elsewhere);
  }

  /** One line a kind, to print. */
  public List<String> lines() {
    var lines = new ArrayList<>(counts.entrySet().stream()
        .map(entry -> "%-12s  %2d created  %2d updated  %2d unchanged".formatted(
            entry.getKey(), entry.getValue().created(), entry.getValue().updated(), entry.getValue().unchanged()))
        .toList());
    if (!elsewhere.isEmpty()) {
      lines.add("%s: not created from here, only by a cluster's controllers; ./tradewind janitor does by hand what the function does"
          .formatted(String.join(", ", elsewhere)));
    }
    return lines;
  }
}
