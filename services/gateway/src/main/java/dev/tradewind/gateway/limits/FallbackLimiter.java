package dev.tradewind.gateway.limits;

import io.smallrye.mutiny.Uni;

/** Counts together with other replicas while that is possible, and alone otherwise: nobody is turned away because Valkey is. */
final class FallbackLimiter implements Limiter {

  private final Limiter shared;
  private final Limiter local;

  FallbackLimiter(Limiter shared, Limiter local) {
    this.shared = shared;
    this.local = local;
  }

  @Override
  public Uni<Verdict> take(String key, Policy policy) {
    return shared.take(key, policy).onFailure().recoverWithUni(() -> local.take(key, policy));
  }
}
