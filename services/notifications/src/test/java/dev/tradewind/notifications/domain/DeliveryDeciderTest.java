package dev.tradewind.notifications.domain;

import dev.tradewind.notifications.domain.Delivery.Begun;
import dev.tradewind.notifications.domain.Delivery.Status;
import dev.tradewind.notifications.domain.DeliveryCommand.Arrived;
import dev.tradewind.notifications.domain.DeliveryCommand.Attempt;
import dev.tradewind.notifications.domain.DeliveryCommand.Begin;
import dev.tradewind.notifications.domain.DeliveryCommand.Busy;
import dev.tradewind.notifications.domain.DeliveryCommand.Gone;
import dev.tradewind.notifications.domain.DeliveryCommand.NotArrived;
import dev.tradewind.notifications.domain.DeliveryCommand.Off;
import dev.tradewind.notifications.domain.DeliveryCommand.Redeliver;
import dev.tradewind.notifications.domain.DeliveryEvent.Began;
import dev.tradewind.notifications.domain.DeliveryEvent.Delivered;
import dev.tradewind.notifications.domain.DeliveryEvent.Dropped;
import dev.tradewind.notifications.domain.DeliveryEvent.Failed;
import dev.tradewind.notifications.domain.DeliveryEvent.Sending;
import dev.tradewind.testkit.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeliveryDeciderTest {

  private static final Instant NOW = DeciderSpec.START;
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Schedule SCHEDULE = new Schedule(List.of(PAUSE, PAUSE.multipliedBy(10)));

  private static final Notice TO_WEBHOOK =
      new Notice("d-1", "c-1", Optional.of("w-1"), NoticeType.ORDER_CONFIRMED, NOW, Optional.empty());
  private static final Notice BY_MAIL = new Notice("d-2", "c-1", Optional.empty(), NoticeType.ORDER_CONFIRMED, NOW, Optional.empty());
  private static final Began BEGAN = new Began(TO_WEBHOOK, Optional.of(NOW));
  private static final Began MAIL_BEGAN = new Began(BY_MAIL, Optional.of(NOW));
  private static final Began BY_HAND = new Began(TO_WEBHOOK, Optional.empty());
  private static final Instant SECOND = SCHEDULE.next("d-1", 0, NOW, NOW, Optional.empty()).orElseThrow();
  private static final Failed FAILED_ONCE = new Failed("500", Optional.of(SECOND));
  private static final NotArrived NOT_ARRIVED = NotArrived.because("500");

  private static DeciderSpec<Delivery, DeliveryCommand, DeliveryEvent> given(DeliveryEvent... events) {
    return DeciderSpec.of(new DeliveryDecider(SCHEDULE)).given(events);
  }

  private static boolean is(Delivery delivery, Status status, int attempts) {
    return delivery instanceof Begun begun && begun.status() == status && begun.attempts() == attempts;
  }

  @Nested
  class When_nothing_was_to_be_told {

    @Test
    void it_begins_and_is_due_at_once() {
      given().when(new Begin(TO_WEBHOOK, false)).thenEvents(BEGAN).thenMessages().thenWakesAt(NOW).thenCallsNothing();
    }

    @Test
    void begun_by_hand_nobody_tries_unasked() {
      given().when(new Begin(TO_WEBHOOK, true)).thenEvents(BY_HAND).thenNeverWakes().thenCallsNothing();
      given(BY_HAND).when(new Attempt()).thenNothing();
      given(BY_HAND).when(new Redeliver()).thenAsks(new DeliveryCall.Post(TO_WEBHOOK));
    }

    @Test
    void a_deadline_or_a_request_changes_nothing() {
      given().when(new Attempt()).thenNothing();
      given().when(new Redeliver()).thenNothing();
    }
  }

  @Nested
  class A_webhook {

    @Test
    void is_called_before_anything_is_committed() {
      given(BEGAN).when(new Attempt()).thenAsks(new DeliveryCall.Post(TO_WEBHOOK));
    }

    @Test
    void that_took_it_is_done() {
      given(BEGAN).when(new Arrived("204")).thenEvents(new Delivered("204")).thenNeverWakes().thenState(state -> is(state, Status.DELIVERED, 1))
          .when(new Attempt()).thenNothing();
    }

    @Test
    void that_did_not_is_called_again_after_a_pause() {
      given(BEGAN).when(NOT_ARRIVED).thenEvents(FAILED_ONCE).thenWakesAt(SECOND).thenState(state -> is(state, Status.WAITING, 1));
    }

    @Test
    void is_not_called_before_its_time() {
      given(BEGAN, FAILED_ONCE).at(SECOND.minusMillis(1)).when(new Attempt()).thenNothing();
      given(BEGAN, FAILED_ONCE).at(SECOND).when(new Attempt()).thenAsks(new DeliveryCall.Post(TO_WEBHOOK));
    }

    @Test
    void is_given_up_when_the_schedule_ends() {
      given(BEGAN, FAILED_ONCE).given(new Failed("500", Optional.of(SECOND.plusSeconds(1)))).at(SECOND.plusSeconds(1))
          .when(NOT_ARRIVED).thenEvents(new Failed("500", Optional.empty())).thenNeverWakes().thenMessages()
          .thenState(state -> is(state, Status.GIVEN_UP, 3))
          .when(new Attempt()).thenNothing();
    }

    @Test
    void that_wants_to_be_left_alone_is() {
      given(BEGAN).when(new NotArrived("503", Optional.of(PAUSE.multipliedBy(5)))).thenWakesAt(NOW.plus(PAUSE.multipliedBy(5)));
      given(BEGAN).when(new NotArrived("503", Optional.of(Duration.ofDays(9)))).thenWakesAt(NOW.plus(PAUSE.multipliedBy(10)));
    }

    @Test
    void that_is_gone_is_switched_off() {
      given(BEGAN).when(new Gone()).thenEvents(new Dropped("consumer-answered-410"))
          .thenMessages(new SwitchWebhookOff("c-1", "w-1", "consumer-answered-410")).thenNeverWakes()
          .thenState(state -> is(state, Status.DROPPED, 1))
          .when(new Attempt()).thenNothing();
    }

    @Test
    void that_is_off_drops_what_waits() {
      given(BEGAN).when(new Off("the webhook was removed")).thenEvents(new Dropped("the webhook was removed")).thenMessages();
    }

    @Test
    void whose_lane_is_full_waits_as_long_again_as_it_has_waited() {
      given(BEGAN).when(new Busy()).thenWaitsUntil(waiting(Duration.ofSeconds(2)));
      given(BEGAN).at(NOW.plusSeconds(60)).when(new Busy()).thenWaitsUntil(NOW.plusSeconds(60).plus(pause(Duration.ofSeconds(60))));
      given(BEGAN).at(NOW.plusSeconds(9_000)).when(new Busy()).thenWaitsUntil(NOW.plusSeconds(9_000).plus(pause(Duration.ofMinutes(5))));
    }

    private Instant waiting(Duration shortest) {
      return NOW.plus(pause(shortest));
    }

    private Duration pause(Duration shortest) {
      return Schedule.scaled(shortest, 1 + Schedule.share("d-1", 0));
    }
  }

  @Nested
  class A_mail {

    @Test
    void is_an_intent_before_it_is_sent() {
      given(MAIL_BEGAN).when(new Attempt()).thenEvents(new Sending()).thenCalls(new DeliveryCall.Mail(BY_MAIL)).thenNeverWakes();
    }

    @Test
    void that_was_taken_is_done() {
      given(MAIL_BEGAN, new Sending()).when(new Arrived("ses-1")).thenEvents(new Delivered("ses-1"))
          .thenState(state -> is(state, Status.DELIVERED, 1));
    }

    @Test
    void of_which_nobody_knows_counts_as_failed_and_is_sent_again_later() {
      var next = SCHEDULE.next("d-2", 0, NOW, NOW, Optional.empty());
      given(MAIL_BEGAN, new Sending()).when(NotArrived.because("outcome-unknown"))
          .thenEvents(new Failed("outcome-unknown", next)).thenWakesAt(next.orElseThrow());
    }

    @Test
    void that_never_arrives_switches_nothing_off() {
      given(MAIL_BEGAN).when(new Gone()).thenEvents(new Dropped("consumer-answered-410")).thenMessages();
    }
  }

  @Nested
  class When_somebody_wants_it_again {

    @Test
    void it_is_tried_at_once_whatever_came_of_it() {
      var post = new DeliveryCall.Post(TO_WEBHOOK);
      given(BEGAN, FAILED_ONCE).when(new Redeliver()).thenAsks(post);
      given(BEGAN, new Delivered("200")).when(new Redeliver()).thenAsks(post);
      given(BEGAN, new Dropped("off")).when(new Redeliver()).thenAsks(post);
      given(BEGAN, new Failed("500", Optional.empty())).when(new Redeliver()).thenAsks(post);
    }

    @Test
    void a_failure_leaves_the_schedule_as_it_was() {
      given(BEGAN, FAILED_ONCE).when(NOT_ARRIVED).thenEvents(FAILED_ONCE).thenNeverWakes()
          .thenState(state -> state instanceof Begun begun && begun.tries() == 1 && begun.attempts() == 2);
      given(BEGAN, new Failed("500", Optional.empty())).when(NOT_ARRIVED).thenEvents(new Failed("500", Optional.empty())).thenNeverWakes();
    }

    @Test
    void what_arrived_once_has_arrived() {
      given(BEGAN, new Delivered("200")).when(NOT_ARRIVED).thenState(state -> is(state, Status.DELIVERED, 2));
      given(BEGAN, new Delivered("200")).when(new Gone()).thenState(state -> is(state, Status.DELIVERED, 2));
    }

    @Test
    void with_nobody_to_tell_it_is_refused() {
      given(BEGAN, new Delivered("200")).when(new Off("the webhook was removed")).thenRefuses("nobody-to-tell");
      given(BEGAN, new Dropped("off")).when(new Off("the webhook was removed")).thenRefuses("nobody-to-tell");
    }

    @Test
    void a_success_ends_what_waited() {
      given(BEGAN, FAILED_ONCE).when(new Arrived("200")).thenEvents(new Delivered("200")).at(SECOND).when(new Attempt()).thenNothing();
    }
  }

  @Test
  void to_begin_again_changes_nothing() {
    given(BEGAN).when(new Begin(TO_WEBHOOK, false)).thenNothing();
    given(BEGAN, new Delivered("200")).when(new Begin(TO_WEBHOOK, true)).thenNothing();
  }
}
