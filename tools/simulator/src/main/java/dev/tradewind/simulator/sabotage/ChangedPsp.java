package dev.tradewind.simulator.sabotage;

import dev.tradewind.payments.psp.Psp;
import io.smallrye.mutiny.Uni;

/** A provider's client of which one method is wrong. */
class ChangedPsp implements Psp {

  private final Psp honest;

  ChangedPsp(Psp honest) {
    this.honest = honest;
  }

  @Override
  public Uni<Answer> authorize(String key, Authorization authorization) {
    return honest.authorize(key, authorization);
  }

  @Override
  public Uni<Answer> capture(String key, String authorizationId, Amount amount) {
    return honest.capture(key, authorizationId, amount);
  }

  @Override
  public Uni<Answer> release(String key, String authorizationId) {
    return honest.release(key, authorizationId);
  }

  @Override
  public Uni<Answer> refund(String key, String captureId, Amount amount) {
    return honest.refund(key, captureId, amount);
  }

  @Override
  public Uni<Operation> operation(String key) {
    return honest.operation(key);
  }
}
