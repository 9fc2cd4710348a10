package dev.tradewind.simulator.sabotage;

import dev.tradewind.inventory.domain.Token;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Sabotage;
import dev.tradewind.simulator.world.SimulatedStock;
import java.time.Duration;
import java.time.Instant;

/** Forgets after a month what orders asked of the stock, as tables with a time to live do. */
final class TokensExpire implements Sabotage {

  private static final Duration A_MONTH = Duration.ofDays(30);

  @Override
  public Ports on(String service, Ports ports) {
    var stock = (SimulatedStock) ports.stock();
    stock.expire(token -> isOld(token, ports.clock().instant()));
    return ports;
  }

  private static boolean isOld(Token token, Instant now) {
    return token.changes().getLast().at().plus(A_MONTH).isBefore(now);
  }
}
