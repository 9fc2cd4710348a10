package dev.tradewind.simulator.sabotage;

import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Sabotage;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Says that money was given back, and keeps it. */
final class ForgottenRefund implements Sabotage {

  @Override
  public Ports on(String service, Ports ports) {
    return ports.with(new ChangedPsp(ports.psp()) {
      @Override
      public Uni<Answer> refund(String key, String captureId, Amount amount) {
        return Uni.createFrom().item(new Answer(Optional.of("ref_" + key), "refunded", Optional.empty()));
      }
    });
  }
}
