package dev.tradewind.queries.views;

import dev.tradewind.queries.domain.OrderView;
import io.smallrye.mutiny.Multi;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Leaves out views that are soon overtaken. Most orders go from their beginning to their end within seconds, so that their events stand near each
 * other in the archive, and a write for each of them would cost several times as much as one for the last.
 */
final class Newest {

  /** How many views it looks at together: the memory it takes, however many there are. */
  static final int TOGETHER = 10_000;

  // While one portion is written, the next is read.
  private static final int PORTIONS_AT_ONCE = 2;

  private Newest() {}

  /** Of every portion of these views the newest of each order. */
  static Multi<OrderView> of(Multi<OrderView> views) {
    return views.group().intoLists().of(TOGETHER)
        .onItem().transformToMulti(portion -> Multi.createFrom().iterable(newest(portion))).merge(PORTIONS_AT_ONCE);
  }

  private static Collection<OrderView> newest(List<OrderView> views) {
    return views.stream().collect(Collectors.toMap(OrderView::orderId, view -> view,
        (one, other) -> one.version() >= other.version() ? one : other)).values();
  }
}
