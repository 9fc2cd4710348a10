package dev.tradewind.simulator.sabotage;

import dev.tradewind.core.EventLog;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Sabotage;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.Set;

/** Takes a commit that it tried to log before for logged. */
final class LogNotRepeated implements Sabotage {

  private final Set<String> tried = new HashSet<>();

  @Override
  public Ports on(String service, Ports ports) {
    EventLog honest = ports.log();
    return ports.with((EventLog) (name, commit) -> tried.add(commit.id()) ? honest.put(name, commit) : Uni.createFrom().voidItem());
  }
}
