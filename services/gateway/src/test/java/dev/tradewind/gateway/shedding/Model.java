package dev.tradewind.gateway.shedding;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongUnaryOperator;

/**
 * A gateway in virtual time, in milliseconds: requests come evenly, are admitted or not, and are answered when their work is done. What is
 * answered after the client gave up is work for nothing.
 */
final class Model {

  /** Says whether the next one is admitted, and hears how long each took. */
  interface Limit {

    boolean admits(int underWay);

    default void took(long begin, long millis, int underWay) {}

    static Limit none() {
      return underWay -> true;
    }

    static Limit fixed(int most) {
      return underWay -> underWay < most;
    }
  }

  /** What became of the requests of one kind. */
  static final class Tally {
    long good;
    long late;
    long refused;
  }

  private record Done(long at, long begin, Tally tally) {}

  private final PriorityQueue<Done> underWay = new PriorityQueue<>(Comparator.comparingLong(Done::at));
  private final Limit limit;
  private final long patience;

  /** @param patience how long clients wait */
  Model(Limit limit, long patience) {
    this.limit = limit;
    this.patience = patience;
  }

  int underWay() {
    return underWay.size();
  }

  /**
   * A request comes.
   *
   * @param answered when it would be answered, given when it came; asked of admitted ones only
   */
  void comes(long now, LongUnaryOperator answered, Tally tally) {
    until(now);
    if (limit.admits(underWay.size())) {
      underWay.add(new Done(answered.applyAsLong(now), now, tally));
    } else {
      tally.refused++;
    }
  }

  /** Time passes. */
  void until(long now) {
    while (!underWay.isEmpty() && underWay.peek().at() <= now) {
      int before = underWay.size();
      var done = underWay.poll();
      long took = done.at() - done.begin();
      limit.took(done.begin(), took, before);
      if (took <= patience) {
        done.tally().good++;
      } else {
        done.tally().late++;
      }
    }
  }
}
