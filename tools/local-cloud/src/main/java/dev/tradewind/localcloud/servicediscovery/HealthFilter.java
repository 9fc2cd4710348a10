package dev.tradewind.localcloud.servicediscovery;

import java.util.List;

/** Which instances a caller wants by their health. */
enum HealthFilter {
  HEALTHY,
  UNHEALTHY,
  ALL,
  HEALTHY_OR_ELSE_ALL;

  List<Instance> choose(List<Instance> instances, long nowMillis) {
    return switch (this) {
      case HEALTHY -> with(HealthStatus.HEALTHY, instances, nowMillis);
      case UNHEALTHY -> with(HealthStatus.UNHEALTHY, instances, nowMillis);
      case ALL -> instances;
      case HEALTHY_OR_ELSE_ALL -> {
        var healthy = with(HealthStatus.HEALTHY, instances, nowMillis);
        yield healthy.isEmpty() ? instances : healthy;
      }
    };
  }

  private static List<Instance> with(HealthStatus status, List<Instance> instances, long nowMillis) {
    return instances.stream().filter(instance -> instance.health().at(nowMillis) == status).toList();
  }
}
