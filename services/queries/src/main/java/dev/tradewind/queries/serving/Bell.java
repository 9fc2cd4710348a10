package dev.tradewind.queries.serving;

import dev.tradewind.queries.domain.OrderQuery;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.domain.Page;
import dev.tradewind.queries.domain.Position;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The same views, which wake whoever waits here for one that was written here. Nobody relies on it: another instance may have written the
 * view, or it was written just before somebody began to wait; so who waits looks again in any case, only not so soon.
 */
public final class Bell implements Views {

  private final Views views;
  private final Map<String, Set<UniEmitter<? super Void>>> waiting = new ConcurrentHashMap<>();

  public Bell(Views views) {
    this.views = views;
  }

  /** Completes when the view of this order is written here. */
  public Uni<Void> rung(String orderId) {
    return Uni.createFrom().emitter(sleeper -> {
      waiting.compute(orderId, (id, others) -> with(sleeper, others));
      sleeper.onTermination(() -> waiting.computeIfPresent(orderId, (id, all) -> all.remove(sleeper) && all.isEmpty() ? null : all));
    });
  }

  /** How many orders somebody waits for. */
  int waitedFor() {
    return waiting.size();
  }

  @Override
  public Uni<Outcome> apply(OrderView view) {
    return views.apply(view).invoke(outcome -> {
      if (outcome == Outcome.WRITTEN) {
        ring(view.orderId());
      }
    });
  }

  private static Set<UniEmitter<? super Void>> with(UniEmitter<? super Void> sleeper, Set<UniEmitter<? super Void>> others) {
    var all = others == null ? ConcurrentHashMap.<UniEmitter<? super Void>>newKeySet() : others;
    all.add(sleeper);
    return all;
  }

  private void ring(String orderId) {
    var woken = waiting.remove(orderId);
    if (woken != null) {
      woken.forEach(sleeper -> sleeper.complete(null));
    }
  }

  @Override
  public Uni<Optional<OrderView>> find(String orderId) {
    return views.find(orderId);
  }

  @Override
  public Uni<Page> list(OrderQuery query, Optional<Position> after, int limit) {
    return views.list(query, after, limit);
  }
}
