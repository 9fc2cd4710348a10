package dev.tradewind.notifications.messaging;

import dev.tradewind.core.Cause;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Message;
import dev.tradewind.core.RecentMessages;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.notifications.domain.Delivery;
import dev.tradewind.notifications.domain.DeliveryCommand;
import dev.tradewind.notifications.domain.DeliveryCommand.Attempt;
import dev.tradewind.notifications.domain.DeliveryCommand.Begin;
import dev.tradewind.notifications.domain.DeliveryEvent;
import dev.tradewind.notifications.domain.Notice;
import dev.tradewind.notifications.domain.NotificationIds;
import dev.tradewind.notifications.domain.Recipient;
import dev.tradewind.notifications.domain.RecipientCommand;
import dev.tradewind.notifications.domain.RecipientCommand.SwitchOff;
import dev.tradewind.notifications.domain.RecipientDecider;
import dev.tradewind.notifications.domain.RecipientEvent;
import dev.tradewind.notifications.domain.SwitchWebhookOff;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * An event of an order begins one delivery for each place where its customer wants to hear it. It calls nobody: every attempt has a
 * message of its own, so that a consumer who hangs holds up no news.
 */
@ApplicationScoped
public class NotificationMessages {

  private final StreamHandler<Recipient, RecipientCommand, RecipientEvent> recipients;
  private final StreamHandler<Delivery, DeliveryCommand, DeliveryEvent> deliveries;
  private final RecipientDecider decider = new RecipientDecider();
  private final RecentMessages recent = new RecentMessages();

  public NotificationMessages(
      StreamHandler<Recipient, RecipientCommand, RecipientEvent> recipients, StreamHandler<Delivery, DeliveryCommand, DeliveryEvent> deliveries) {
    this.recipients = recipients;
    this.deliveries = deliveries;
  }

  @Incoming("commands")
  public Uni<Void> command(Message message) {
    return switch (message.data()) {
      case Deadline deadline -> deliveries.receive(message, deadline.streamId(), new Attempt());
      case SwitchWebhookOff(var customerId, var webhookId, var why) ->
          recipients.receive(message, NotificationIds.recipientStream(customerId), new SwitchOff(webhookId, why));
      default -> throw new UnreadableMessage("notifications takes no command " + message.data().getClass().getSimpleName());
    };
  }

  @Incoming("events")
  public Uni<Void> event(Message message) {
    var news = News.of(message.data());
    return recent.once(message, () -> recipients.load(NotificationIds.recipientStream(news.order().customerId()))
        .flatMap(history -> beginAll(message, news, history.fold(decider).targets(news.type()))));
  }

  private Uni<Void> beginAll(Message message, News news, List<Optional<String>> targets) {
    return targets.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(targets.stream().map(target -> begin(message, news, target)).toList()).andCollectFailures().replaceWithVoid();
  }

  /** The stream recognises its cause: news that come again begin nothing again. */
  private Uni<?> begin(Message message, News news, Optional<String> webhookId) {
    var customerId = news.order().customerId();
    var deliveryId = NotificationIds.delivery(customerId, webhookId, message.id());
    var notice = new Notice(deliveryId, customerId, webhookId, news.type(), message.time(), Optional.of(news.order()));
    return deliveries.start(Cause.of(message), NotificationIds.deliveryStream(deliveryId), new Begin(notice, false));
  }
}
