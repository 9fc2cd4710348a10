package dev.tradewind.partners.faults;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Brings answers to clients: at once, late, or never. A repeat that arrives while the first answer under its key is still on
 * its way waits for it, so that nobody can overtake the request that did the work.
 */
public final class Delivery {

  private final Vertx vertx;
  private final Duration slow;
  private final Map<String, Future<?>> underWay = new HashMap<>();

  /**
   * @param slow how late a {@link Behaviour#SLOW} answer is
   */
  public Delivery(Vertx vertx, Duration slow) {
    this.vertx = vertx;
    this.slow = slow;
  }

  /**
   * Brings the answer of the request that did the work.
   *
   * @param loss what happens instead when the answer is to be lost
   */
  public void first(String key, Behaviour behaviour, Runnable answer, Runnable loss) {
    switch (behaviour) {
      case PLAIN, DECLINE, FAIL_TWICE -> answer.run();
      case LOSE_ANSWER -> loss.run();
      case SLOW -> underWay.put(key, vertx.timer(slow.toMillis()).onComplete(late -> {
        underWay.remove(key);
        answer.run();
      }));
    }
  }

  /** Brings the answer of a repeat. */
  public void repeat(String key, Runnable answer) {
    var earlier = underWay.get(key);
    if (earlier == null) {
      answer.run();
    } else {
      earlier.onComplete(answered -> answer.run());
    }
  }
}
