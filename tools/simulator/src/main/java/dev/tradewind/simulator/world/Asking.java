package dev.tradewind.simulator.world;

import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;
import java.util.function.Function;

/** A request from outside: its way to some instance, and the answer's way back, if it ever comes. */
final class Asking<T> implements InFlight, Event {

  private static final long FARTHEST = 10;

  private final World world;
  private final String service;
  private final Function<Process, Uni<T>> request;
  private final Consumer<T> heard;
  private final Runnable unheard;
  private boolean over;

  Asking(World world, String service, Function<Process, Uni<T>> request, Consumer<T> heard, Runnable unheard) {
    this.world = world;
    this.service = service;
    this.request = request;
    this.heard = heard;
    this.unheard = unheard;
  }

  void begin() {
    world.agenda().after(world.fate().between(1, FARTHEST), this);
  }

  @Override
  public void happen() {
    var taker = world.fleet(service).anyone();
    if (taker.isEmpty()) {
      abandoned();
      return;
    }
    var instance = taker.get();
    instance.began(this);
    request.apply(instance.process().api()).subscribe().with(
        answer -> {
          instance.ended(this);
          world.agenda().after(world.fate().between(1, FARTHEST), () -> arrive(answer));
        },
        failure -> {
          instance.ended(this);
          if (!(failure instanceof Failure) && !world.isUpgrading()) {
            world.odd("a request to %s failed with %s", instance.name(), failure);
          }
          abandoned();
        });
  }

  private void arrive(T answer) {
    if (world.fate().strikes(Fault.CLIENT_UNHEARD)) {
      abandoned();
    } else if (!over) {
      over = true;
      heard.accept(answer);
    }
  }

  @Override
  public void abandoned() {
    if (!over) {
      over = true;
      unheard.run();
    }
  }
}
