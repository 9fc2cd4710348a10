package dev.tradewind.notifications.api;

import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.core.Cause;
import dev.tradewind.core.History;
import dev.tradewind.core.Result;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.notifications.domain.Delivery;
import dev.tradewind.notifications.domain.Delivery.Begun;
import dev.tradewind.notifications.domain.DeliveryCommand;
import dev.tradewind.notifications.domain.DeliveryCommand.Begin;
import dev.tradewind.notifications.domain.DeliveryCommand.Redeliver;
import dev.tradewind.notifications.domain.DeliveryDecider;
import dev.tradewind.notifications.domain.DeliveryEvent;
import dev.tradewind.notifications.domain.Notice;
import dev.tradewind.notifications.domain.NoticeType;
import dev.tradewind.notifications.domain.NotificationIds;
import dev.tradewind.quarkus.OrderContext;
import dev.tradewind.quarkus.Problem;
import dev.tradewind.quarkus.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The deliveries' streams, as requests use them: an attempt that somebody asked for is made while they wait. */
@Singleton
final class Deliveries {

  private static final Duration LATER = Duration.ofSeconds(2);

  private final StreamHandler<Delivery, DeliveryCommand, DeliveryEvent> handler;
  private final DeliveryDecider decider;
  private final InstantSource clock;

  Deliveries(StreamHandler<Delivery, DeliveryCommand, DeliveryEvent> handler, DeliveryDecider decider, InstantSource clock) {
    this.handler = handler;
    this.decider = decider;
    this.clock = clock;
  }

  Uni<DeliveryView> find(String deliveryId) {
    return begun(deliveryId).map(DeliveryView::of);
  }

  /** A delivery that is tried only now. */
  Uni<DeliveryView> test(String customerId, String webhookId, String key) {
    var deliveryId = NotificationIds.delivery(customerId, Optional.of(webhookId), "test/" + key);
    var notice = new Notice(deliveryId, customerId, Optional.of(webhookId), NoticeType.WEBHOOK_TEST, clock.instant(), Optional.empty());
    return handler.handle(cause(notice, "begin"), NotificationIds.deliveryStream(deliveryId), new Begin(notice, true))
        .flatMap(begun -> attempt(notice, "test"));
  }

  Uni<DeliveryView> redeliver(String deliveryId, String key) {
    return begun(deliveryId).flatMap(begun -> attempt(begun.notice(), "redeliver/" + key));
  }

  private Uni<DeliveryView> attempt(Notice notice, String request) {
    return handler.handle(cause(notice, request), NotificationIds.deliveryStream(notice.deliveryId()), new Redeliver())
        .map(result -> switch (result) {
          case Result.Committed<Delivery, DeliveryEvent>(var history, var delivery) -> view(delivery);
          case Result.Repeated<Delivery, DeliveryEvent>(var history, var delivery, var commit) -> view(delivery);
          case Result.Unchanged<Delivery, DeliveryEvent>(var history, var delivery) -> view(delivery);
          case Result.Refused<Delivery, DeliveryEvent>(var delivery, var code, var detail) -> throw Problem.of(409, code, detail);
          case Result.Postponed<Delivery, DeliveryEvent> _ -> throw Problem.unavailable(
              "Too many calls of this webhook are under way; repeat the request.", LATER);
        });
  }

  private Uni<Begun> begun(String deliveryId) {
    if (!NotificationIds.isOne(deliveryId)) {
      throw notFound();
    }
    return handler.load(NotificationIds.deliveryStream(deliveryId)).map(this::begun)
        .invoke(begun -> begun.notice().order().map(OrderDocument::orderId).ifPresent(OrderContext::enter));
  }

  private Begun begun(History<DeliveryEvent> history) {
    return history.fold(decider) instanceof Begun begun ? begun : fail();
  }

  private static DeliveryView view(Delivery delivery) {
    return DeliveryView.of(delivery instanceof Begun begun ? begun : fail());
  }

  private static Begun fail() {
    throw notFound();
  }

  private static Problem notFound() {
    return Problem.of(404, "delivery-not-found", "There is no delivery with this id.");
  }

  private static Cause cause(Notice notice, String request) {
    return Cause.request(request, notice.order().map(OrderDocument::orderId).orElse(notice.customerId()), Traces.current());
  }
}
