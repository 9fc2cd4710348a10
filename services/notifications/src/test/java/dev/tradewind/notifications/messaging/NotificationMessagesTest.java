package dev.tradewind.notifications.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.tradewind.core.Event;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.notifications.domain.Delivery.Begun;
import dev.tradewind.notifications.domain.Delivery.Status;
import dev.tradewind.notifications.domain.DeliveryCommand.Arrived;
import dev.tradewind.notifications.domain.DeliveryCommand.Gone;
import dev.tradewind.notifications.domain.DeliveryCommand.NotArrived;
import dev.tradewind.notifications.domain.NoticeType;
import dev.tradewind.testkit.DeliveryOrder;
import dev.tradewind.testkit.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NotificationMessagesTest {

  private static final OrderDocument ORDER = new OrderDocument(
      "o-1", "c-1", "CONFIRMED", Optional.empty(), new Money(100, "EUR"), List.of(new OrderLine("SKU-1", 1, 100)),
      Optional.empty(), Optional.empty());
  private static final Duration A_DAY = Duration.ofDays(1);

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
    assertThatThrownBy(() -> messages.event(World.sent(1, new OrderNeedsAttention(ORDER))))
        .isInstanceOf(UnreadableMessage.class).hasMessage("notifications does not listen to OrderNeedsAttention");
    assertThatThrownBy(() -> messages.command(World.sent(1, new CancelShipment("o-1"))))
        .isInstanceOf(UnreadableMessage.class).hasMessage("notifications takes no command CancelShipment");
  }
}
