package dev.tradewind.localcloud.servicediscovery;

/** How an instance is, as far as anyone said. */
enum HealthStatus { HEALTHY, UNHEALTHY, UNKNOWN }
