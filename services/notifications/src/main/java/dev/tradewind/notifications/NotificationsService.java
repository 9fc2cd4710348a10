package dev.tradewind.notifications;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.Edge;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.Types;
import dev.tradewind.notifications.domain.Delivery;
import dev.tradewind.notifications.domain.DeliveryCommand;
import dev.tradewind.notifications.domain.DeliveryDecider;
import dev.tradewind.notifications.domain.DeliveryEvent;
import dev.tradewind.notifications.domain.Recipient;
import dev.tradewind.notifications.domain.RecipientCommand;
import dev.tradewind.notifications.domain.RecipientDecider;
import dev.tradewind.notifications.domain.RecipientEvent;
import dev.tradewind.notifications.domain.Schedule;
import dev.tradewind.notifications.domain.SwitchWebhookOff;
import dev.tradewind.quarkus.StreamHandlers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service put together: its types, its two deciders, their handlers. */
final class NotificationsService {

  /** What is stored and sent here. The command stays within this service, so it is no contract. */
  @Produces
  @Singleton
  static Types types() {
    return Contracts.TYPES.and(DeliveryEvent.RECORDS).and(RecipientEvent.RECORDS).and(Types.commands("notifications", SwitchWebhookOff.class));
  }

  @Produces
  @Singleton
  static DeliveryDecider decider(@ConfigProperty(name = "tradewind.notifications.back-off-seconds") List<Long> seconds) {
    return new DeliveryDecider(new Schedule(seconds.stream().map(Duration::ofSeconds).toList()));
  }

  @Produces
  @Singleton
  static StreamHandler<Recipient, RecipientCommand, RecipientEvent> recipients(StreamHandlers handlers, DeliveryMeter meter) {
    return handlers.handler(new RecipientDecider(), RecipientEvent.class, Edge.none(), meter);
  }

  @Produces
  @Singleton
  static StreamHandler<Delivery, DeliveryCommand, DeliveryEvent> deliveries(
      StreamHandlers handlers, DeliveryDecider decider, DeliveryEdge edge, DeliveryMeter meter) {
    return handlers.handler(decider, DeliveryEvent.class, edge, meter);
  }
}
