package dev.tradewind.simulator.world;

import dev.tradewind.checker.Logged;
import dev.tradewind.checker.Views;
import dev.tradewind.core.Commit;
import java.util.List;
import java.util.Optional;

/** Who keeps and shows what the others did: the archive, where everything is really written, and the views, where there are any. */
final class Readers {

  private final ViewBook views = new ViewBook();
  private final Optional<Archiving> archive;
  private final boolean shown;

  Readers(World world) {
    this.archive = world.plan().json() ? Optional.of(new Archiving(world)) : Optional.empty();
    this.shown = world.plan().shown();
  }

  ViewBook views() {
    return views;
  }

  void logged(String service, Commit<?> commit) {
    archive.ifPresent(reader -> reader.take(service, commit));
  }

  long changes() {
    return views.changes() + archive.map(Archiving::changes).orElse(0L);
  }

  Optional<List<Logged>> archived() {
    return archive.map(Archiving::all);
  }

  /** @param log what was told, as it is archived or else as the log has it */
  Optional<Views> shown(List<Logged> log) {
    return shown ? Optional.of(new Views(views.shown(), Told.last(log))) : Optional.empty();
  }
}
