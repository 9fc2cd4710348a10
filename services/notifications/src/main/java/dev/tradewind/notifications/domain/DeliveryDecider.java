package dev.tradewind.notifications.domain;

import dev.tradewind.core.Call;
import dev.tradewind.core.Check;
import dev.tradewind.core.Decider;
import dev.tradewind.core.Decision;
import dev.tradewind.notifications.domain.Delivery.Begun;
import dev.tradewind.notifications.domain.Delivery.None;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tries until it arrives, there is nobody to tell any more, or the schedule ends. What is committed of an attempt is what came of it.
 *
 * <p>Each commit that leaves an attempt due arms the deadline for it. So a deadline that finds nothing due has nothing to do.
 */
public final class DeliveryDecider implements Decider<Delivery, DeliveryCommand, DeliveryEvent> {

  /** Why a webhook is switched off when its consumer says so. */
  public static final String GONE = "consumer-answered-410";

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final Schedule schedule;

  public DeliveryDecider(Schedule schedule) {
    this.schedule = Check.notNull(schedule, "schedule");
  }

  @Override
  public Delivery initial() {
    return new None();
  }

  @Override
  public Delivery evolve(Delivery delivery, DeliveryEvent event, Instant at) {
    return delivery.after(event, at);
  }

  @Override
  public Optional<Call> pending(Delivery delivery) {
    return delivery instanceof Begun begun && begun.sending() ? Optional.of(new DeliveryCall.Mail(begun.notice())) : Optional.empty();
  }

  @Override
  public Decision<DeliveryEvent> decide(Delivery delivery, DeliveryCommand command, Instant now) {
    return switch (delivery) {
      case None() -> command instanceof Begin(var notice, var byHand) ? begin(notice, byHand, now) : Decision.nothing();
      case Begun begun -> switch (command) {
        case Begin _ -> Decision.nothing();
        case Attempt() -> begun.isDue(now) ? attempt(begun) : Decision.nothing();
        case Redeliver() -> attempt(begun);
        case Arrived(var answer) -> change(new Delivered(answer));
        case NotArrived(var why, var retryAfter) -> failed(begun, why, retryAfter, now);
        case Gone() -> gone(begun);
        case Off(var why) -> begun.status() == Status.WAITING
            ? change(new Dropped(why))
            : Decision.refuse("nobody-to-tell", "This cannot be delivered again: " + why + ".");
        case Busy() -> Decision.waitUntil(now.plus(asLongAgain(begun, now)));
      };
    };
  }

  private static Decision<DeliveryEvent> begin(Notice notice, boolean byHand, Instant now) {
    return byHand ? change(new Began(notice, Optional.empty())) : change(new Began(notice, Optional.of(now))).wakeAt(now);
  }

  private static Decision<DeliveryEvent> attempt(Begun begun) {
    return begun.notice().webhookId().isPresent()
        ? Decision.ask(new DeliveryCall.Post(begun.notice()))
        : change(new Sending()).call(new DeliveryCall.Mail(begun.notice()));
  }

  /** An attempt made by hand, before its time or after the last, leaves the schedule as it was. */
  private Decision<DeliveryEvent> failed(Begun begun, String why, Optional<Duration> retryAfter, Instant now) {
    if (!begun.isDue(now)) {
      return change(new Failed(why, begun.due()));
    }
    var next = schedule.next(begun.notice().deliveryId(), begun.tries(), begun.begun(), now, retryAfter);
    var failure = change(new Failed(why, next));
    return next.isPresent() ? failure.wakeAt(next.get()) : failure;
  }

  private static Decision<DeliveryEvent> gone(Begun begun) {
    var dropped = change(new Dropped(GONE));
    return begun.notice().webhookId()
        .<Decision<DeliveryEvent>>map(webhook -> dropped.send(new SwitchWebhookOff(begun.notice().customerId(), webhook, GONE)))
        .orElse(dropped);
  }

  /** The longer a webhook's lane has been full, the longer the next look can wait: a crowd of deliveries must not ask all the time. */
  private static Duration asLongAgain(Begun begun, Instant now) {
    var waited = Duration.between(begun.due().orElse(now), now);
    var pause = waited.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : waited.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : waited;
    return Schedule.scaled(pause, 1 + Schedule.share(begun.notice().deliveryId(), begun.tries()));
  }

  private static Decision.Change<DeliveryEvent> change(DeliveryEvent event) {
    return Decision.change(List.of(event));
  }
}
