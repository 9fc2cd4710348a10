package dev.tradewind.queries.serving;

import dev.tradewind.core.Check;
import dev.tradewind.queries.domain.OrderView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Waits for views to change. The instances of this service share one queue, so none of them hears of every change: each looks at the view,
 * at once when it was written here ({@link Bell}), and else from time to time.
 */
public final class Following {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

  private final Views views;
  private final Pause pause;
  private final InstantSource clock;

  public Following(Views views, Pause pause, InstantSource clock) {
    this.views = Check.notNull(views, "views");
    this.pause = Check.notNull(pause, "pause");
    this.clock = Check.notNull(clock, "clock");
  }

  /**
   * The view as soon as it is enough, or as it is when patience is over.
   *
   * @param patience zero: one look
   */
  public Uni<Optional<OrderView>> await(String orderId, Predicate<Optional<OrderView>> enough, Duration patience) {
    return Uni.createFrom().deferred(() -> await(orderId, enough, clock.instant().plus(patience), FIRST_PAUSE));
  }

  private Uni<Optional<OrderView>> await(String orderId, Predicate<Optional<OrderView>> enough, Instant end, Duration next) {
    return views.find(orderId).flatMap(found -> {
      var left = Duration.between(clock.instant(), end);
      if (enough.test(found) || !left.isPositive()) {
        return Uni.createFrom().item(found);
      }
      var wait = next.compareTo(left) < 0 ? next : left;
      var longer = next.plus(next).compareTo(LONGEST_PAUSE) < 0 ? next.plus(next) : LONGEST_PAUSE;
      return pause.of(orderId, wait).flatMap(over -> await(orderId, enough, end, longer));
    });
  }

  /**
   * Every change from now on, and the view as it is when it is newer than what the client knows. Ends after the order's end.
   *
   * @param known the version the client has seen; 0 when it has seen none
   */
  public Multi<Beat> follow(String orderId, long known) {
    return Multi.createFrom().deferred(() -> {
      var trail = new Trail(views, pause, orderId, known);
      return Multi.createBy().repeating().uni(() -> trail, Trail::next).whilst(ignored -> !trail.isOver()).onItem().<Beat>disjoint();
    });
  }
}
