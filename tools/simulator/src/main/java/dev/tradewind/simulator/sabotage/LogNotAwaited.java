package dev.tradewind.simulator.sabotage;

import dev.tradewind.core.EventLog;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Sabotage;
import io.smallrye.mutiny.Uni;

/** Logs in the background: what was acknowledged, and not put when the process died, is put by nobody. */
final class LogNotAwaited implements Sabotage {

  @Override
  public Ports on(String service, Ports ports) {
    var honest = ports.log();
    return ports.with((EventLog) (name, commit) -> {
      honest.put(name, commit).subscribe().with(put -> { }, failure -> { });
      return Uni.createFrom().voidItem();
    });
  }
}
