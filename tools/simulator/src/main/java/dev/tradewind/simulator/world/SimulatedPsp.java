package dev.tradewind.simulator.world;

import dev.tradewind.payments.psp.Psp;
import dev.tradewind.simulator.world.Effects.Kind;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** The way of one instance to the payment provider. */
final class SimulatedPsp implements Psp {

  private final Provider provider;
  private final Effects effects;

  SimulatedPsp(Provider provider, Effects effects) {
    this.provider = provider;
    this.effects = effects;
  }

  @Override
  public Uni<Answer> authorize(String key, Authorization authorization) {
    return call("authorizing", key, () -> provider.authorize(key, authorization));
  }

  @Override
  public Uni<Answer> capture(String key, String authorizationId, Amount amount) {
    return call("capturing", key, () -> provider.capture(key, authorizationId, amount));
  }

  @Override
  public Uni<Answer> release(String key, String authorizationId) {
    return call("voiding", key, () -> provider.release(key, authorizationId));
  }

  @Override
  public Uni<Answer> refund(String key, String captureId, Amount amount) {
    return call("refunding", key, () -> provider.refund(key, captureId, amount));
  }

  @Override
  public Uni<Operation> operation(String key) {
    return call("asking about", key, () -> provider.operation(key));
  }

  private <T> Uni<T> call(String what, String key, Supplier<T> action) {
    return effects.perform(Kind.CALL_PROVIDER, new Words.Call(what, key), action);
  }
}
