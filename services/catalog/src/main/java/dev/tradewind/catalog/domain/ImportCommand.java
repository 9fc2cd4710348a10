package dev.tradewind.catalog.domain;

import java.time.Instant;

/** What can be asked of an import, or reported to it. */
public sealed interface ImportCommand {

  /** Somebody sent a file without fault, whose rows are kept. */
  record Accept(String importId, String fingerprint, int rows, int parts) implements ImportCommand {}

  /**
   * Do what is due.
   *
   * @param since when what led to this was decided
   */
  record CarryOn(String importId, Instant since) implements ImportCommand {}

  /** The rows of a part were applied. */
  record ReportApplied(String importId, int part, int rows, int changed) implements ImportCommand {}
}
