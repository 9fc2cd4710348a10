package dev.tradewind.timemachine;

import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.orders.domain.Order;
import dev.tradewind.orders.domain.OrderDecider;
import dev.tradewind.orders.domain.OrderEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An order as it was.
 *
 * @param order folded by the orders service's own decider
 * @param version the last commit before or at that time
 * @param changedAt when that was made
 * @param next what came after it, if anything did
 */
record OrderAt(Order order, long version, Instant changedAt, Optional<LoggedCommit> next) {

  private static final String ORDERS = "orders";
  private static final String KIND = "order";

  /** @throws Refused when the order was placed later, or a commit before that time is missing in the archive */
  static OrderAt of(String orderId, List<LoggedCommit> commits, Instant time, LogCodec codec) {
    var history = commits.stream()
        .filter(commit -> commit.service().equals(ORDERS) && commit.stream().kind().equals(KIND) && commit.stream().key().equals(orderId))
        .sorted(Comparator.comparing(LoggedCommit::version)).toList();
    var known = history.stream().filter(commit -> !commit.at().isAfter(time)).toList();
    if (known.isEmpty()) {
      throw Refused.question(history.isEmpty()
          ? "The archive has commits of order %s, but none of the orders service".formatted(orderId)
          : "There was no order %s at %s: it was placed at %s".formatted(orderId, time, history.getFirst().at()));
    }
    gap(known).ifPresent(missing -> {
      throw Refused.answer("Commit %d of order %s is not in the archive, or not yet: ./tradewind timeline %s shows what is"
          .formatted(missing, orderId, orderId));
    });
    var last = known.getLast();
    return new OrderAt(fold(known, codec), last.version(), last.at(), history.stream().skip(known.size()).findFirst());
  }

  private static Optional<Long> gap(List<LoggedCommit> known) {
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).version() != i + 1) {
        return Optional.of(i + 1L);
      }
    }
    return Optional.empty();
  }

  private static Order fold(List<LoggedCommit> known, LogCodec codec) {
    var decider = new OrderDecider();
    var order = decider.initial();
    for (var commit : known) {
      for (var entry : commit.events()) {
        var event = codec.content(entry, OrderEvent.class)
            .orElseThrow(() -> Refused.answer("Commit %s holds %s, which this version of the tool does not know: use a newer one"
                .formatted(commit.id(), entry.type())));
        order = decider.evolve(order, event, commit.at());
      }
    }
    return order;
  }
}
