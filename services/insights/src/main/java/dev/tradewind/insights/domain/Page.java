package dev.tradewind.insights.domain;

import dev.tradewind.core.Check;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param rows in the order of the list; fewer than asked for, or none, when few of those that were looked at fit
 * @param next where the next page begins, behind this position; empty when there is none
 */
public record Page<T extends Placed>(List<T> rows, Optional<Position> next) {

  public Page {
    rows = List.copyOf(rows);
  }

  /**
   * Merges what was read of partitions side by side. Nothing beyond the partition that was read least far may be shown yet: another row of that
   * partition could belong before it.
   *
   * @param order which of two positions comes first
   * @param limit rows, at most
   */
  public static <T extends Placed> Page<T> merge(Comparator<Position> order, List<Slice<T>> slices, int limit) {
    Check.that(limit >= 1, "limit must be 1 or more, but is %d", limit);
    var horizon = slices.stream().flatMap(slice -> slice.reached().stream()).min(order);
    var known = slices.stream()
        .flatMap(slice -> slice.rows().stream())
        .filter(row -> horizon.isEmpty() || order.compare(row.position(), horizon.get()) <= 0)
        .sorted((one, other) -> order.compare(one.position(), other.position()))
        .toList();
    return known.size() > limit
        ? new Page<>(known.subList(0, limit), Optional.of(known.get(limit - 1).position()))
        : new Page<>(known, horizon);
  }
}
