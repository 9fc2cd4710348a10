package dev.tradewind.simulator.sabotage;

import dev.tradewind.core.Append;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.core.Journal;
import dev.tradewind.core.StreamId;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Sabotage;
import io.smallrye.mutiny.Uni;

/** Leaves out a version, once. */
final class SkippedVersion implements Sabotage {

  private static final int WHICH = 50;

  private int commits;

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
        long version = ++commits == WHICH ? commit.version() + 1 : commit.version();
        return honest.append(new Commit<>(commit.stream(), version, commit.cause(), commit.at(), commit.events(), commit.messages()));
      }
    });
  }
}
