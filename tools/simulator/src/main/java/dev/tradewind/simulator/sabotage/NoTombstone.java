package dev.tradewind.simulator.sabotage;

import dev.tradewind.inventory.domain.Token;
import dev.tradewind.inventory.grouping.StockWrite;
import dev.tradewind.inventory.grouping.WriteOutcome;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Sabotage;
import io.smallrye.mutiny.Uni;

/** Takes the release of what was never reserved for nothing to do: a reservation that comes late takes stock for an order that is over. */
final class NoTombstone implements Sabotage {

  @Override
  public Ports on(String service, Ports ports) {
    var honest = ports.stock();
    return ports.with(new ChangedStock(honest, write -> isTombstone(write) ? Uni.createFrom().item(new WriteOutcome.Written()) : honest.write(write)));
  }

  private static boolean isTombstone(StockWrite write) {
    return write.size() == 1 && write.items().getFirst() instanceof Token token && token.version() == 1 && token.state() == Token.State.RELEASED;
  }
}
