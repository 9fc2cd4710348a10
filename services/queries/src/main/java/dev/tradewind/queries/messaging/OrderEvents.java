package dev.tradewind.queries.messaging;

import dev.tradewind.core.Check;
import dev.tradewind.core.Message;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.serving.ViewObserver;
import dev.tradewind.queries.serving.Views;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What comes in by message: everything orders tells. */
@ApplicationScoped
public class OrderEvents {

  private final Views views;
  private final ViewObserver observer;

  public OrderEvents(Views views, ViewObserver observer) {
    this.views = views;
    this.observer = observer;
  }

  @Incoming("events")
  public Uni<Void> told(Message message) {
    var view = view(message);
    return views.apply(view).invoke(outcome -> {
      switch (outcome) {
        case WRITTEN -> observer.written(view);
        case SKIPPED -> observer.skipped(view);
      }
    }).replaceWithVoid();
  }

  private static OrderView view(Message message) {
    try {
      return OrderView.of(message).orElseThrow(
          () -> new UnreadableMessage("queries listens to events of orders, not to " + message.data().getClass().getSimpleName()));
    } catch (IllegalArgumentException e) {
      throw new UnreadableMessage("no order can be as it is told: " + Check.rule(e));
    }
  }
}
