package dev.tradewind.simulator.sabotage;

import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Sabotage;
import io.smallrye.mutiny.Uni;

/** Gives each attempt to put money on hold a key of its own: what was perhaps done is done again. */
final class NoIdempotencyKey implements Sabotage {

  private int attempts;

  @Override
  public Ports on(String service, Ports ports) {
    return ports.with(new ChangedPsp(ports.psp()) {
      @Override
      public Uni<Answer> authorize(String key, Authorization authorization) {
        return super.authorize(key + "-" + ++attempts, authorization);
      }
    });
  }
}
