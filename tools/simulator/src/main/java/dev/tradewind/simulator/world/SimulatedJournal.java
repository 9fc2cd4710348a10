package dev.tradewind.simulator.world;

import dev.tradewind.core.Append;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.core.StreamId;
import dev.tradewind.simulator.world.Effects.Kind;
import io.smallrye.mutiny.Uni;

/** The way of one instance to its service's table. */
final class SimulatedJournal implements OverwritableJournal {

  private final World world;
  private final Wire wire;
  private final Table table;
  private final Effects effects;

  SimulatedJournal(World world, Wire wire, Table table, Effects effects) {
    this.world = world;
    this.wire = wire;
    this.table = table;
    this.effects = effects;
  }

  @Override
  public Uni<History<Object>> read(StreamId stream) {
    return Uni.createFrom().item(() -> table.read(stream));
  }

  @Override
  public Uni<Append<Object>> append(Commit<Object> commit) {
    return effects.perform(Kind.WRITE, commit, () -> table.append(world.plan().json() ? wire.stored(commit) : commit));
  }

  @Override
  public Uni<Append<Object>> overwrite(Commit<Object> commit) {
    return effects.perform(Kind.WRITE, commit, () -> {
      table.overwrite(commit);
      return new Append.Appended<>();
    });
  }
}
