package dev.tradewind.simulator.world;

import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.Message;
import dev.tradewind.simulator.world.Effects.Kind;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.List;

/** Sends each message by itself, all at once, as the real one does: some may arrive and others not. */
final class SimulatedDispatcher implements Dispatcher {

  private static final long LONGEST_DELAY = 900_000;
  private static final long LAST_HOPS = 4 * LONGEST_DELAY;

  private final Cloud cloud;
  private final Effects effects;
  private final Instance instance;

  SimulatedDispatcher(Cloud cloud, Effects effects, Instance instance) {
    this.cloud = cloud;
    this.effects = effects;
    this.instance = instance;
  }

  @Override
  public Uni<Void> dispatch(List<Message> messages) {
    return messages.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.createFrom().emitter(caller -> {
          var sends = new Sends(messages.size(), caller);
          for (var message : messages) {
            send(message, sends);
          }
        });
  }

  private void send(Message message, Sends sends) {
    long delay = delay(message);
    effects.perform(Kind.SEND, message, () -> {
      cloud.send(message, delay);
      return null;
    }, sends);
  }

  /** In whole seconds and rounded up, as SQS wants it and our dispatcher asks. On a way of days all hops but the last are left out: they are alike. */
  private long delay(Message message) {
    if (message.notBefore().isEmpty()) {
      return 0;
    }
    long wait = Duration.between(instance.instant(), message.notBefore().get()).plusNanos(999_999_999).toSeconds() * 1_000;
    return wait > LAST_HOPS ? wait - LAST_HOPS : Math.clamp(wait, 0, LONGEST_DELAY);
  }

  /** Completes with the last, fails with the first. */
  private static final class Sends implements Answer<Void> {

    private final UniEmitter<? super Void> caller;
    private int left;

    Sends(int left, UniEmitter<? super Void> caller) {
      this.left = left;
      this.caller = caller;
    }

    @Override
    public void came(Void sent) {
      if (--left == 0) {
        caller.complete(null);
      }
    }

    @Override
    public void failed(Throwable failure) {
      caller.fail(failure);
    }
  }
}
