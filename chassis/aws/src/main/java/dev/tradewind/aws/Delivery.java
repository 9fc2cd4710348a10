package dev.tradewind.aws;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A message taken from a queue. Whoever gets it settles it once, in one of three ways; until then it is kept invisible to others. The
 * first settlement subscribed to counts, and later ones wait for it.
 *
 * <p>Settling never fails: what the queue does not accept is logged, and the message comes back after its visibility timeout.
 */
public interface Delivery {

  String body();

  /** The message attributes that are text. */
  Map<String, String> attributes();

  /** How often it was taken from the queue, this time included; approximate, as SQS counts. */
  int receiveCount();

  /** How long it lay in the queue, a delay it was sent with included; nothing when it was taken before, or the queue does not say. */
  Optional<Duration> waited();

  /** It is done. Completes when it is deleted. */
  Uni<Void> acknowledge();

  /** It could not be handled this time. It comes back after a while that grows with its receive count, in whole seconds. */
  Uni<Void> retry(Throwable cause);

  /**
   * It can never be handled. Completes when it is in the dead-letter queue and deleted here.
   *
   * @param reason for whoever looks into that queue; 256 characters of it are kept; it must not hold any of the body
   */
  Uni<Void> deadLetter(String reason);
}
