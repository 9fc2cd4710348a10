package dev.tradewind.queries.domain;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param views in the order of the query; fewer than asked for, or none, when few of those that were looked at fit the query
 * @param next where the next page begins, behind this position; empty when there is none
 */
public record Page(List<OrderView> views, Optional<Position> next) {

  public Page {
    views = List.copyOf(views);
  }

  /**
   * Merges what was read of each partition. Nothing beyond the partition that was read least far may be shown yet: another view of that
   * partition could belong before it.
   *
   * @param after where the page before ended; its last view may have been read again and is not shown again
   * @param limit views, at most
   */
  public static Page of(OrderQuery query, Optional<Position> after, List<Slice> slices, int limit) {
    var horizon = slices.stream().flatMap(slice -> slice.reached().stream()).min(query::compare);
    var known = slices.stream()
        .flatMap(slice -> slice.views().stream())
        .filter(view -> after.isEmpty() || query.compare(after.get(), view.position()) < 0)
        .filter(view -> horizon.isEmpty() || query.compare(view.position(), horizon.get()) <= 0)
        .sorted((one, other) -> query.compare(one.position(), other.position()))
        .toList();
    return known.size() > limit
        ? new Page(known.subList(0, limit), Optional.of(known.get(limit - 1).position()))
        : new Page(known, horizon);
  }
}
