package dev.tradewind.notifications.domain;

import java.time.Duration;
import java.util.Optional;

/** What a delivery is asked, and what came of an attempt. */
public sealed interface DeliveryCommand {

  /**
   * Tell this.
   *
   * @param byHand nobody tries unless asked to
   */
  record Begin(Notice notice, boolean byHand) implements DeliveryCommand {}

  /** The time has come: try, if it is due. */
  record Attempt() implements DeliveryCommand {}

  /** Somebody wants it tried now, whatever came of it so far. */
  record Redeliver() implements DeliveryCommand {}

  /** What came of an attempt. */
  sealed interface Outcome extends DeliveryCommand {}

  /** It arrived. */
  record Arrived(String answer) implements Outcome {}

  /**
   * It did not arrive, or nobody knows.
   *
   * @param why in a word or two, without anything private
   * @param retryAfter how long the other side wants to be left alone
   */
  record NotArrived(String why, Optional<Duration> retryAfter) implements Outcome {

    public static NotArrived because(String why) {
      return new NotArrived(why, Optional.empty());
    }
  }

  /** The consumer wants nothing any more: it answered 410. */
  record Gone() implements Outcome {}

  /** There is nobody to tell any more: the webhook or the address was removed or switched off. */
  record Off(String why) implements Outcome {}

  /** Nothing was tried: another attempt at this delivery, or too many at the same webhook, are under way. */
  record Busy() implements Outcome {}
}
