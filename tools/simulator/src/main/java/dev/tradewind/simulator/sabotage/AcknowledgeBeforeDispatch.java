package dev.tradewind.simulator.sabotage;

import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Sabotage;
import io.smallrye.mutiny.Uni;

/** Sends in the background: what is not sent when the process dies is sent by nobody. */
final class AcknowledgeBeforeDispatch implements Sabotage {

  @Override
  public Ports on(String service, Ports ports) {
    var honest = ports.dispatcher();
    return ports.with(messages -> {
      honest.dispatch(messages).subscribe().with(sent -> { }, failure -> { });
      return Uni.createFrom().voidItem();
    });
  }
}
