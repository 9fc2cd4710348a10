package dev.tradewind.cloudmap;

import java.util.List;
import java.util.Optional;

/**
 * Prefers instances of the caller's own availability zone, which answer sooner and cost no traffic between zones, as long as there are enough
 * of them to bear it.
 *
 * @param zone ours; empty prefers none
 * @param enough how many there must be in it
 */
record Nearby(Optional<String> zone, int enough) {

  List<Instance> prefer(List<Instance> instances) {
    if (zone.isEmpty()) {
      return instances;
    }
    var near = instances.stream().filter(instance -> instance.zone().equals(zone)).toList();
    return near.size() >= enough ? near : instances;
  }
}
