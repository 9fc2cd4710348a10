package dev.tradewind.insights.domain;

import java.util.List;
import java.util.Optional;

/**
 * What one read of one partition brought.
 *
 * @param rows that fit the query, in its order
 * @param reached the last position that was looked at; empty when the partition holds nothing beyond
 */
public record Slice<T extends Placed>(List<T> rows, Optional<Position> reached) {

  public Slice {
    rows = List.copyOf(rows);
  }
}
