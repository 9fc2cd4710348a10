package dev.tradewind.simulator.world;

import dev.tradewind.core.ContendedStream;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.inventory.grouping.ContendedStock;
import dev.tradewind.orders.messaging.UnknownOrder;
import dev.tradewind.simulator.world.Effects.Kind;
import io.smallrye.mutiny.Uni;

/** An instance at work on a copy of a message: from its receipt to its end in one of three ways, as our connector settles deliveries. */
final class Handling implements InFlight, Answer<Void> {

  private static final long VISIBILITY = 10_000;
  private static final long FIRST_PAUSE = 1_000;
  private static final long LONGEST_PAUSE = 30_000;

  private final World world;
  private final Copy copy;
  private final Instance instance;
  private boolean abandoned;

  Handling(World world, Copy copy, Instance instance) {
    this.world = world;
    this.copy = copy;
    this.instance = instance;
  }

  void begin() {
    instance.began(this);
    if (world.isWatched()) {
      world.tell(instance.name(), "receives " + Words.of(copy.letter().message()) + (copy.receives() > 1 ? " (time " + copy.receives() + ")" : ""));
    }
    handle().subscribe().with(
        done -> new Effects(world, instance).perform(Kind.ACKNOWLEDGE, new Words.Receipt(copy.letter().message()), this::acknowledge, this),
        this::notHandled);
  }

  private Uni<Void> handle() {
    try {
      var letter = copy.letter();
      return instance.process().receive(letter.queue().index(), letter.read());
    } catch (RuntimeException failure) {
      return Uni.createFrom().failure(failure);
    }
  }

  /** A receipt that is not the newest deletes nothing. */
  private Void acknowledge() {
    var letter = copy.letter();
    letter.handled();
    if (!abandoned) {
      instance.ended(this);
      if (world.fate().strikes(Fault.ACKNOWLEDGE_LOST)) {
        copy.comesBackAfter(VISIBILITY);
      } else {
        letter.deleted();
      }
    }
    return null;
  }

  @Override
  public void came(Void acknowledged) {
    // Whoever handled it does nothing more.
  }

  @Override
  public void failed(Throwable failure) {
    throw new IllegalStateException("an acknowledgement fails by coming too late, not by itself", failure);
  }

  private void notHandled(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    instance.ended(this);
    if (world.isWatched()) {
      world.tell(instance.name(), "fails " + Words.of(copy.letter().message()) + ": " + failure.getMessage());
    }
    if (!isExpected(failure)) {
      world.odd("handling %s failed with %s", copy.letter().message().id(), failure);
    }
    if (abandoned) {
      return;
    }
    if (failure instanceof UnreadableMessage unreadable) {
      copy.letter().queue().bury(copy.letter(), unreadable.getMessage());
    } else {
      long ceiling = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(copy.receives() - 1, 20));
      copy.comesBackAfter(world.fate().between(0, ceiling));
    }
  }

  @Override
  public void abandoned() {
    abandoned = true;
    copy.comesBackAfter(world.fate().between(0, VISIBILITY));
  }

  private boolean isExpected(Throwable failure) {
    return switch (failure) {
      case Failure fault -> true;
      case ContendedStream contended -> true;
      case ContendedStock contended -> true;
      case UnknownOrder early -> true;
      case UnreadableMessage unreadable -> copy.letter().message().data() instanceof Garbage;
      case IllegalStateException strange -> world.isUpgrading() && strange.getMessage().startsWith("saga ");
      default -> false;
    };
  }
}
