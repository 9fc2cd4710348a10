package dev.tradewind.cloudmap;

import io.smallrye.mutiny.Uni;

/** The side of the registry that is told, about one service. Both may fail, or never be answered, whether they took effect or not. */
public interface Registrar {

  /** Adds the instance, or replaces what it said before. */
  Uni<Void> register(Entry entry);

  /** Takes the instance away. Succeeds when it was not there. */
  Uni<Void> deregister(String instanceId);
}
