package dev.tradewind.catalog.api;

import dev.tradewind.catalog.domain.ProductImport;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * How far an import is.
 *
 * @param rows of the file
 * @param applied how many of them were applied
 * @param changed how many of these changed a product; the others said what was so already
 * @param changedAt when it went on last
 */
@RegisterForReflection
public record ImportBody(String importId, State state, int rows, int applied, int changed, Instant acceptedAt, Instant changedAt) {

  /** Where an import can be. */
  public enum State {
    /** Some rows are still to be applied. It goes on by itself. */
    RUNNING,
    /** Every row was applied. */
    DONE
  }

  static ImportBody of(String importId, ProductImport all) {
    var accepted = all.accepted().orElseThrow();
    var state = all.done() ? State.DONE : State.RUNNING;
    return new ImportBody(importId, state, accepted.rows(), all.rows(), all.changed(), accepted.acceptedAt(), all.changedAt());
  }
}
