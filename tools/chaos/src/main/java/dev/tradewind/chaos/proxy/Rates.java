package dev.tradewind.chaos.proxy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often what goes wrong.
 *
 * @param perThousand requests that it can happen to
 */
public record Rates(Map<Fault, Integer> perThousand) {

  private static final int ALL = 1_000;

  public Rates {
    EnumMap<Fault, Integer> ordered = new EnumMap<>(Fault.class);
    ordered.putAll(perThousand);
    perThousand = ordered;
    int sum = perThousand.values().stream().mapToInt(Integer::intValue).sum();
    if (sum > ALL || perThousand.values().stream().anyMatch(rate -> rate < 0)) {
      throw new IllegalArgumentException("perThousand must not be negative nor add up to more than 1000, and is " + perThousand);
    }
  }

  /** Nothing goes wrong. */
  public static Rates none() {
    return new Rates(Map.of());
  }

  /** A bad day: one request in ten or so, and nearly half of the receives. */
  public static Rates badDay() {
    return new Rates(Map.of(Fault.ANSWER_LOST, 20, Fault.INTERNAL_ERROR, 20, Fault.UNAVAILABLE, 10, Fault.THROTTLED, 20, Fault.CONFLICT, 30,
        Fault.DELAYED, 25, Fault.PARTLY_REFUSED, 40, Fault.DUPLICATED, 80, Fault.REAPPEARED, 40, Fault.REORDERED, 200));
  }

  /** @param draw 0 to 999 */
  Optional<Fault> fault(int draw, Operation operation) {
    int below = 0;
    for (Map.Entry<Fault, Integer> rate : perThousand.entrySet()) {
      if (rate.getKey().strikes(operation)) {
        below += rate.getValue();
        if (draw < below) {
          return Optional.of(rate.getKey());
        }
      }
    }
    return Optional.empty();
  }

  static int all() {
    return ALL;
  }
}
