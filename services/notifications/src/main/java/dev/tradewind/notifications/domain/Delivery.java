package dev.tradewind.notifications.domain;

import dev.tradewind.notifications.domain.DeliveryEvent.Began;
import dev.tradewind.notifications.domain.DeliveryEvent.Delivered;
import dev.tradewind.notifications.domain.DeliveryEvent.Dropped;
import dev.tradewind.notifications.domain.DeliveryEvent.Failed;
import dev.tradewind.notifications.domain.DeliveryEvent.Sending;
import java.time.Instant;
import java.util.Optional;

/** Where one telling stands. */
public sealed interface Delivery {

  /** Nobody asked for it. */
  record None() implements Delivery {}

  /**
   * It was asked for.
   *
   * @param due when the next attempt is due; empty when none is
   * @param begun when it was asked for
   * @param attempts how many came to an outcome
   * @param tries how many of them were made by the schedule
   * @param sending an e-mail's intent stands and its outcome does not
   * @param last what came of the last attempt; empty before the first
   */
  record Begun(
      Notice notice, Status status, Optional<Instant> due, Instant begun, int attempts, int tries, boolean sending, Optional<String> last)
      implements Delivery {

    boolean isDue(Instant now) {
      return due.filter(when -> !now.isBefore(when)).isPresent();
    }

    private Begun after(DeliveryEvent event) {
      return switch (event) {
        case Began _ -> this;
        case Sending() -> new Begun(notice, status, due, begun, attempts, tries, true, last);
        case Delivered(var answer) -> settled(Status.DELIVERED, Optional.empty(), answer);
        case Failed(var why, var next) -> settled(next.isPresent() ? Status.WAITING : Status.GIVEN_UP, next, why);
        case Dropped(var why) -> settled(Status.DROPPED, Optional.empty(), why);
      };
    }

    /** What arrived once has arrived, whatever came of sending it again. */
    private Begun settled(Status next, Optional<Instant> nextDue, String outcome) {
      return new Begun(notice, status == Status.DELIVERED ? Status.DELIVERED : next, nextDue, begun,
          attempts + 1, nextDue.equals(due) ? tries : tries + 1, false, Optional.of(outcome));
    }
  }

  /** How far it got. */
  enum Status {
    WAITING,
    DELIVERED,
    GIVEN_UP,
    DROPPED
  }

  default Delivery after(DeliveryEvent event, Instant at) {
    return switch (this) {
      case None() -> event instanceof Began(var notice, var due)
          ? new Begun(notice, Status.WAITING, due, at, 0, 0, false, Optional.empty())
          : this;
      case Begun begun -> begun.after(event);
    };
  }
}
