package dev.tradewind.simulator.world;

import dev.tradewind.core.Commit;
import dev.tradewind.core.EventLog;
import dev.tradewind.simulator.world.Effects.Kind;
import dev.tradewind.simulator.world.Words.Put;
import io.smallrye.mutiny.Uni;

/** The way of one instance to the central log. */
final class SimulatedLog implements EventLog {

  private final World world;
  private final Wire wire;
  private final LogBook log;
  private final Readers readers;
  private final Effects effects;

  SimulatedLog(World world, Wire wire, LogBook log, Readers readers, Effects effects) {
    this.world = world;
    this.wire = wire;
    this.log = log;
    this.readers = readers;
    this.effects = effects;
  }

  @Override
  public Uni<Void> put(String service, Commit<?> commit) {
    return effects.perform(Kind.LOG, new Put(commit), () -> {
      readers.logged(service, commit);
      if (!log.holds(service, commit)) {
        log.put(service, world.plan().json() ? wire.logged(service, commit) : commit);
      }
      return null;
    });
  }
}
