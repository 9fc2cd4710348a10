package dev.tradewind.notifications.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderCancelled;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDelivered;
import dev.tradewind.contracts.orders.OrderDispatched;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.contracts.orders.OrderNeedsAttention;
import dev.tradewind.contracts.orders.OrderPlaced;
import dev.tradewind.contracts.orders.OrderRejected;
import dev.tradewind.contracts.shipping.CancelShipment;
import dev.tradewind.core.Call;
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
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.notifications.domain.Delivery;
import dev.tradewind.notifications.domain.Delivery.Begun;
import dev.tradewind.notifications.domain.Delivery.Status;
import dev.tradewind.notifications.domain.DeliveryCall;
import dev.tradewind.notifications.domain.DeliveryCommand;
import dev.tradewind.notifications.domain.DeliveryCommand.Arrived;
import dev.tradewind.notifications.domain.DeliveryCommand.Gone;
import dev.tradewind.notifications.domain.DeliveryCommand.NotArrived;
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
import dev.tradewind.testkit.DeliveryOrder;
import dev.tradewind.testkit.Faults;
import dev.tradewind.testkit.InMemoryBus;
import dev.tradewind.testkit.InMemoryJournal;
import dev.tradewind.testkit.ManualClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NotificationMessagesTest {

  private static final OrderDocument ORDER = new OrderDocument(
      "o-1", "c-1", "CONFIRMED", Optional.empty(), new Money(100, "EUR"), List.of(new OrderLine("SKU-1", 1, 100)), Optional.empty(), Optional.empty());
  private static final Schedule SCHEDULE = new Schedule(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(2)));
  private static final Duration A_DAY = Duration.ofDays(1);

  private static final JsonCodec CODEC = new JsonCodec(Contracts.TYPES.and(DeliveryEvent.RECORDS).and(RecipientEvent.RECORDS)
      .and(Types.commands("notifications", SwitchWebhookOff.class)));

  /** What is outside: it keeps who was told what, and answers as it is told to. */
  private static final class Outside implements Edge<DeliveryCommand> {

    private final List<String> told = new ArrayList<>();
    private final Function<Integer, DeliveryCommand> answers;

    Outside(Function<Integer, DeliveryCommand> answers) {
      this.answers = answers;
    }

    @Override
    public Uni<DeliveryCommand> perform(Call call, boolean perhapsDone) {
      return Uni.createFrom().item(() -> switch ((DeliveryCall) call) {
        case DeliveryCall.Mail mail when perhapsDone -> NotArrived.because("outcome-unknown");
        case DeliveryCall.Mail(var notice) -> tell(notice.deliveryId());
        case DeliveryCall.Post(var notice) -> tell(notice.deliveryId());
      });
    }

    private DeliveryCommand tell(String deliveryId) {
      told.add(deliveryId);
      return answers.apply((int) told.stream().filter(deliveryId::equals).count());
    }
  }

  /** Notifications with everything around it in memory; the customer has two webhooks, {@code a} and {@code b}, and an address. */
  private static final class World {

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
          "notifications", new DeliveryDecider(SCHEDULE), faults.on(deliveries), EventLog.NONE, faults.on(bus), faults.on(outside), clock,
          Observer.NONE));
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
  }

  private static Message sent(int nth, Payload data) {
    return new Message(
        "order/o-1/" + nth + "/0", "/tradewind/orders", "order/o-1", nth, DeciderSpec.START, "order/o-1/" + nth, "o-1", "", Optional.empty(), data);
  }

  static Stream<Arguments> news() {
    return Stream.of(
        Arguments.of(new OrderPlaced(ORDER), NoticeType.ORDER_PLACED),
        Arguments.of(new OrderConfirmed(ORDER), NoticeType.ORDER_CONFIRMED),
        Arguments.of(new OrderDispatched(ORDER), NoticeType.ORDER_DISPATCHED),
        Arguments.of(new OrderDelivered(ORDER), NoticeType.ORDER_DELIVERED),
        Arguments.of(new OrderCancelled(ORDER), NoticeType.ORDER_CANCELLED),
        Arguments.of(new OrderRejected(ORDER), NoticeType.ORDER_REJECTED));
  }

  @ParameterizedTest
  @MethodSource("news")
  void everybody_hears_every_piece_of_news(Event event, NoticeType type) {
    var world = new World(Faults.none(), attempt -> new Arrived("ok"));
    world.tell(1, event);
    world.bus.runFor(A_DAY);

    assertThat(world.all(1)).allSatisfy(delivery -> {
      assertThat(delivery.notice().type()).isEqualTo(type);
      assertThat(delivery.notice().order()).contains(ORDER);
      assertThat(delivery.status()).isEqualTo(Status.DELIVERED);
    });
    assertThat(world.outside.told).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void whatever_crashes_everybody_hears_it_and_at_most_one_hears_it_twice() {
    Faults.everywhere(faults -> {
      var world = new World(faults, attempt -> new Arrived("ok"));
      world.tell(1, new OrderConfirmed(ORDER));
      world.bus.runFor(A_DAY);

      assertThat(world.all(1)).extracting(Begun::status).containsOnly(Status.DELIVERED);
      assertThat(world.outside.told.stream().distinct()).hasSize(3);
      assertThat(world.outside.told).hasSizeLessThanOrEqualTo(4);
      assertThat(world.bus.deadLetters()).isEmpty();
    });
  }

  @Test
  void whatever_crashes_a_consumer_that_fails_twice_is_told_in_the_end() {
    Faults.everywhere(faults -> {
      var world = new World(faults, attempt -> attempt < 3 ? NotArrived.because("500") : new Arrived("ok"));
      world.tell(1, new OrderConfirmed(ORDER));
      world.bus.runFor(A_DAY);

      assertThat(world.all(1)).extracting(Begun::status).containsOnly(Status.DELIVERED);
      assertThat(world.bus.deadLetters()).isEmpty();
    });
  }

  @Test
  void whatever_crashes_who_is_gone_is_switched_off() {
    Faults.everywhere(faults -> {
      var world = new World(faults, attempt -> new Gone());
      world.tell(1, new OrderConfirmed(ORDER));
      world.bus.runFor(A_DAY);

      assertThat(world.recipient().webhooks()).allMatch(webhook -> !webhook.isOn());
      assertThat(world.all(1)).extracting(Begun::status).containsOnly(Status.DROPPED);
      world.tell(2, new OrderDispatched(ORDER));
      world.bus.runFor(A_DAY);
      assertThat(world.delivery(Optional.empty(), 2).status()).isEqualTo(Status.DROPPED);
      assertThat(world.deliveries.streams()).hasSize(4);
    });
  }

  @Test
  void who_never_answers_is_given_up_when_the_schedule_ends() {
    var world = new World(Faults.none(), attempt -> NotArrived.because("timeout"));
    world.tell(1, new OrderConfirmed(ORDER));
    world.bus.runFor(A_DAY.multipliedBy(2));

    assertThat(world.all(1)).allSatisfy(delivery -> {
      assertThat(delivery.status()).isEqualTo(Status.GIVEN_UP);
      assertThat(delivery.attempts()).isEqualTo(4);
    });
    assertThat(world.outside.told).hasSize(12);
    assertThat(world.bus.waiting()).isZero();
  }

  @Test
  void in_any_order_however_often_and_with_a_crash_anywhere_nobody_misses_anything() {
    for (int seed = 0; seed < 500; seed++) {
      var chance = new Random(seed);
      var world = new World(Faults.of(Faults.Kind.values()[chance.nextInt(4)], 1 + chance.nextInt(25)), attempt -> new Arrived("ok"));
      world.tell(1, new OrderPlaced(ORDER));
      world.tell(2, new OrderConfirmed(ORDER));
      world.tell(1, new OrderPlaced(ORDER));
      world.bus.runUntil(world.clock.instant().plus(A_DAY), DeliveryOrder.shuffled(chance));

      assertThat(world.all(1)).as("seed %d", seed).extracting(Begun::status).containsOnly(Status.DELIVERED);
      assertThat(world.all(2)).as("seed %d", seed).extracting(Begun::status).containsOnly(Status.DELIVERED);
      assertThat(world.deliveries.streams()).as("seed %d", seed).hasSize(6);
      assertThat(world.bus.deadLetters()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void a_customer_who_wants_to_hear_nothing_costs_no_commit() {
    var world = new World(Faults.none(), attempt -> new Arrived("ok"));
    world.tell(1, new OrderPlaced(new OrderDocument(
        "o-2", "somebody-else", "PLACED", Optional.empty(), ORDER.total(), ORDER.lines(), Optional.empty(), Optional.empty())));
    world.bus.runFor(A_DAY);

    assertThat(world.deliveries.streams()).isEmpty();
  }

  @Test
  void what_is_none_of_a_customers_business_is_not_understood() {
    var messages = new World(Faults.none(), attempt -> new Arrived("ok")).messages;
    assertThatThrownBy(() -> messages.event(sent(1, new OrderNeedsAttention(ORDER))))
        .isInstanceOf(UnreadableMessage.class).hasMessage("notifications does not listen to OrderNeedsAttention");
    assertThatThrownBy(() -> messages.command(sent(1, new CancelShipment("o-1"))))
        .isInstanceOf(UnreadableMessage.class).hasMessage("notifications takes no command CancelShipment");
  }
}
