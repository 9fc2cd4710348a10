package dev.tradewind.simulator.world;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.function.Supplier;

/**
 * What one instance does to the world outside it. Each {@link Effect} happens some milliseconds later, when its instance may be
 * dead or stand still. Reads are no effects: what was read is as old as the effect that follows it is late.
 */
final class Effects {

  /** How long an effect takes at the most when nothing goes wrong, in milliseconds. */
  static final long SOON = 20;

  /** What is done. */
  enum Kind {
    WRITE,
    SEND,
    LOG,
    ACKNOWLEDGE,
    CALL_PROVIDER,
    CALL_CARRIER
  }

  private final World world;
  private final Instance instance;

  Effects(World world, Instance instance) {
    this.world = world;
    this.instance = instance;
  }

  /** @param what for the timeline */
  <T> Uni<T> perform(Kind kind, Object what, Supplier<T> action) {
    return Uni.createFrom().emitter(caller -> perform(kind, what, action, new Caller<T>(caller)));
  }

  <T> void perform(Kind kind, Object what, Supplier<T> action, Answer<T> answer) {
    world.agenda().after(world.fate().between(1, SOON), new Effect<>(world, instance, kind, what, action, answer));
  }

  /** Completes after that time. */
  Uni<Void> rest(long millis) {
    return Uni.createFrom().emitter(caller -> world.agenda().after(millis, () -> instance.hear(null, new Caller<Void>(caller))));
  }

  private record Caller<T>(UniEmitter<? super T> waiting) implements Answer<T> {

    @Override
    public void came(T answer) {
      waiting.complete(answer);
    }

    @Override
    public void failed(Throwable failure) {
      waiting.fail(failure);
    }
  }
}
