package dev.tradewind.simulator.sabotage;

import dev.tradewind.core.Append;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.core.Journal;
import dev.tradewind.core.StreamId;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Sabotage;
import dev.tradewind.simulator.world.OverwritableJournal;
import io.smallrye.mutiny.Uni;

/** Writes a version whether it exists or not, beside what somebody else wrote. */
final class NoConditionOnTheCommit implements Sabotage {

  @Override
  public Ports on(String service, Ports ports) {
    var honest = (OverwritableJournal) ports.<Object>journal();
    return ports.with(new Journal<Object>() {
      @Override
      public Uni<History<Object>> read(StreamId stream) {
        return honest.read(stream);
      }

      @Override
      public Uni<Append<Object>> append(Commit<Object> commit) {
        return honest.overwrite(commit);
      }
    });
  }
}
