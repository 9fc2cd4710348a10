package dev.tradewind.queries.domain;

import java.util.List;
import java.util.Optional;

/**
 * What one read of one partition of an index brought.
 *
 * @param views that fit the query, in its order
 * @param reached the last position that was looked at; empty when the partition holds nothing beyond
 */
public record Slice(List<OrderView> views, Optional<Position> reached) {

  public Slice {
    views = List.copyOf(views);
  }
}
