package dev.tradewind.queries.serving;

import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.domain.Rhythm;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One follower's way: what it has heard, and when it looks again. Its steps are taken one after the other. */
final class Trail {

  private record Step(long version, Rhythm rhythm, Duration pause, boolean over) {}

  private final Views views;
  private final Pause pause;
  private final String orderId;
  private final AtomicReference<Step> step;

  Trail(Views views, Pause pause, String orderId, long known) {
    this.views = views;
    this.pause = pause;
    this.orderId = orderId;
    this.step = new AtomicReference<>(new Step(known, Rhythm.lively(), Duration.ZERO, false));
  }

  boolean isOver() {
    return step.get().over();
  }

  /** The next look, after the pause that is due; what the client hears of it. */
  Uni<List<Beat>> next() {
    return Uni.createFrom().deferred(() -> pause.of(orderId, step.get().pause())).flatMap(over -> views.find(orderId)).map(this::heard);
  }

  private List<Beat> heard(Optional<OrderView> found) {
    var last = step.get();
    var changed = found.filter(view -> view.version() > last.version());
    if (changed.isPresent()) {
      step.set(new Step(changed.get().version(), Rhythm.lively(), Rhythm.lively().pause(), changed.get().isOver()));
      return List.of(new Beat.Changed(changed.get()));
    }
    var over = found.filter(OrderView::isOver).isPresent();
    var calmer = last.pause().isZero() ? last.rhythm() : last.rhythm().calmer();
    if (calmer.isTooQuiet()) {
      step.set(new Step(last.version(), calmer.spoken(), calmer.pause(), over));
      return List.of(new Beat.StillHere());
    }
    step.set(new Step(last.version(), calmer, calmer.pause(), over));
    return List.of();
  }
}
