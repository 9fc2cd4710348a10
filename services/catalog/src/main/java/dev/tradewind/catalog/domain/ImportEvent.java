package dev.tradewind.catalog.domain;

import dev.tradewind.core.Types;
import java.time.Instant;
import java.util.Collection;

/** What happens to an import. */
public sealed interface ImportEvent {

  /** Every event of an import, under the names they are stored by. */
  Collection<Types.Type> RECORDS = Types.records("catalog", ImportAccepted.class, PartApplied.class, ImportExpired.class);

  /**
   * The file is without fault and its rows are kept: every one of them will be applied.
   *
   * @param fingerprint of the file, by which its rows are found
   * @param rows how many there are
   * @param parts how many parts they are kept in; 1 or more
   */
  record ImportAccepted(String fingerprint, int rows, int parts, Instant acceptedAt) implements ImportEvent {}

  /**
   * The rows of one part were applied.
   *
   * @param part counted from 0
   * @param changed how many of the rows changed a product
   */
  record PartApplied(int part, int rows, int changed) implements ImportEvent {}

  /** The deadline came and nothing had been accepted: nothing will be. */
  record ImportExpired() implements ImportEvent {}
}
