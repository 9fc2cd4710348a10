package dev.tradewind.janitor;

import dev.tradewind.core.Message;
import io.smallrye.mutiny.Uni;

/** Tells whoever wants to know that something drifted apart. */
@FunctionalInterface
public interface Alarm {

  /** Completes when it is told; telling the same again is harmless. */
  Uni<Void> tell(Message drift);
}
