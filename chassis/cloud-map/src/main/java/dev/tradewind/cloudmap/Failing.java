package dev.tradewind.cloudmap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Addresses at which callers found nobody: avoided for a while, long before the registry hears of it. When all of a service fail, it is more
 * likely the caller's own network, and all are tried.
 */
final class Failing {

  private final Map<String, Instant> avoidedUntil = new ConcurrentHashMap<>();
  private final Duration avoidFor;
  private final InstantSource clock;

  Failing(Duration avoidFor, InstantSource clock) {
    this.avoidFor = avoidFor;
    this.clock = clock;
  }

  void report(Instance instance) {
    var now = clock.instant();
    avoidedUntil.values().removeIf(until -> !now.isBefore(until));
    avoidedUntil.put(instance.address(), now.plus(avoidFor));
  }

  List<Instance> without(List<Instance> instances) {
    if (avoidedUntil.isEmpty()) {
      return instances;
    }
    var now = clock.instant();
    var others = instances.stream().filter(each -> !now.isBefore(avoidedUntil.getOrDefault(each.address(), Instant.MIN))).toList();
    return others.isEmpty() ? instances : others;
  }
}
