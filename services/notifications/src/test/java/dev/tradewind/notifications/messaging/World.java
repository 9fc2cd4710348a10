package dev.tradewind.notifications.messaging;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Edge;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.Event;
import dev.tradewind.core.Message;
import dev.tradewind.core.Observer;
import dev.tradewind.core.Payload;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.notifications.domain.Delivery;
import dev.tradewind.notifications.domain.Delivery.Begun;
import dev.tradewind.notifications.domain.DeliveryCommand;
import dev.tradewind.notifications.domain.DeliveryDecider;
import dev.tradewind.notifications.domain.DeliveryEvent;
import dev.tradewind.notifications.domain.NoticeType;
import dev.tradewind.notifications.domain.NotificationIds;
import dev.tradewind.notifications.domain.Recipient;
import dev.tradewind.notifications.domain.RecipientCommand;
import dev.tradewind.notifications.domain.RecipientCommand.Register;
import dev.tradewind.notifications.domain.RecipientCommand.SetEmail;
import dev.tradewind.notifications.domain.RecipientDecider;
import dev.tradewind.notifications.domain.RecipientEvent;
import dev.tradewind.notifications.domain.Schedule;
import dev.tradewind.notifications.domain.Secret;
import dev.tradewind.notifications.domain.SwitchWebhookOff;
import dev.tradewind.testkit.DeciderSpec;
import dev.tradewind.testkit.Faults;
import dev.tradewind.testkit.InMemoryBus;
import dev.tradewind.testkit.InMemoryJournal;
import dev.tradewind.testkit.ManualClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Notifications with everything around it in memory; the customer has two webhooks, {@code a} and {@code b}, and an address. */
final class World {

  static final Schedule SCHEDULE = new Schedule(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(2)));
  private static final JsonCodec CODEC = new JsonCodec(Contracts.TYPES.and(DeliveryEvent.RECORDS).and(RecipientEvent.RECORDS)
      .and(Types.commands("notifications", SwitchWebhookOff.class)));

  final ManualClock clock = ManualClock.at(DeciderSpec.START);
  final InMemoryJournal<DeliveryEvent> deliveries = InMemoryJournal.through(CODEC, DeliveryEvent.class);
  final InMemoryJournal<RecipientEvent> recipients = InMemoryJournal.through(CODEC, RecipientEvent.class);
  final InMemoryBus bus = InMemoryBus.through(CODEC, clock);
  final Outside outside;
  final NotificationMessages messages;

  World(Faults faults, Function<Integer, DeliveryCommand> answers) {
    outside = new Outside(answers);
    var plain = recipients(Faults.none());
    var all = EnumSet.complementOf(EnumSet.of(NoticeType.WEBHOOK_TEST));
    ask(plain, new Register("a", "https://a.example", all, Secret.of(new byte[32])));
    ask(plain, new Register("b", "https://b.example", all, Secret.of(new byte[32])));
    ask(plain, new SetEmail("a@b.example"));
    messages = new NotificationMessages(recipients(faults), new StreamHandler<Delivery, DeliveryCommand, DeliveryEvent>(
        "notifications", new DeliveryDecider(SCHEDULE), faults.on(deliveries), EventLog.NONE, faults.on(bus), faults.on(outside), clock, Observer.NONE));
    bus.subscribe("commands", message -> message.data() instanceof Deadline || message.data() instanceof SwitchWebhookOff,
        faults.restarting(messages::command));
    bus.subscribe("events", message -> message.data() instanceof Event, faults.restarting(messages::event));
  }

  private StreamHandler<Recipient, RecipientCommand, RecipientEvent> recipients(Faults faults) {
    return new StreamHandler<>(
        "notifications", new RecipientDecider(), faults.on(recipients), EventLog.NONE, faults.on(bus), Edge.none(), clock, Observer.NONE);
  }

  private static void ask(StreamHandler<Recipient, RecipientCommand, RecipientEvent> handler, RecipientCommand command) {
    handler.handle(Cause.request(command.toString(), "c-1", ""), NotificationIds.recipientStream("c-1"), command).await().indefinitely();
  }

  void tell(int nth, Payload data) {
    bus.dispatch(List.of(sent(nth, data))).await().indefinitely();
  }

  Begun delivery(Optional<String> webhook, int nth) {
    var id = NotificationIds.delivery("c-1", webhook, "order/o-1/" + nth + "/0");
    return (Begun) deliveries.history(NotificationIds.deliveryStream(id)).fold(new DeliveryDecider(SCHEDULE));
  }

  List<Begun> all(int nth) {
    return Stream.of(Optional.of("a"), Optional.of("b"), Optional.<String>empty()).map(target -> delivery(target, nth)).toList();
  }

  Recipient recipient() {
    return recipients.history(NotificationIds.recipientStream("c-1")).fold(new RecipientDecider());
  }

  static Message sent(int nth, Payload data) {
    return new Message(
        "order/o-1/" + nth + "/0", "/tradewind/orders", "order/o-1", nth, DeciderSpec.START, "order/o-1/" + nth, "o-1", "", Optional.empty(), data);
  }
}
