package dev.tradewind.simulator.sabotage;

import dev.tradewind.core.Append;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.core.Journal;
import dev.tradewind.core.StreamId;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Sabotage;
import io.smallrye.mutiny.Uni;

/** Logs what it is about to commit: somebody else may commit that version. */
final class LoggedBeforeTheCommit implements Sabotage {

  @Override
  public Ports on(String service, Ports ports) {
    Journal<Object> honest = ports.journal();
    return ports.with(new Journal<Object>() {
      @Override
      public Uni<History<Object>> read(StreamId stream) {
        return honest.read(stream);
      }

      @Override
      public Uni<Append<Object>> append(Commit<Object> commit) {
        return ports.log().put(service, commit).flatMap(put -> honest.append(commit));
      }
    });
  }
}
