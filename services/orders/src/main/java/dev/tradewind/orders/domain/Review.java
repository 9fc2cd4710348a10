package dev.tradewind.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is suspected of an order, and how far looking at it has come. An order is looked at once: whoever releases it has seen it whole, and
 * what is suspected afterwards is kept, but holds up nothing.
 *
 * @param stage how far
 * @param rules names of all rules that ever fired
 * @param until when an operator must have decided; {@link Instant#EPOCH} before it is held up
 */
public record Review(Stage stage, Set<String> rules, Instant until) {

  /** How long an operator may take. Less than the week after which a card's hold may lapse, and enough for a long weekend. */
  static final Duration LIMIT = Duration.ofDays(5);

  /** How far looking at an order has come. */
  public enum Stage {
    /** Nobody suspected it while it could still be held up. */
    NONE,
    /** Shipping was asked to hold the parcel; nothing is held up until it answers. */
    HOLD_ASKED,
    /** It is held up until an operator decides, or has not in time. */
    OPEN,
    /** Released, too late, cancelled, or gone another way. */
    CLOSED
  }

  public Review {
    rules = Set.copyOf(rules);
  }

  static Review none() {
    return new Review(Stage.NONE, Set.of(), Instant.EPOCH);
  }

  boolean isOpen() {
    return stage == Stage.OPEN;
  }

  /** Whether all of these fired before. */
  boolean knows(Collection<String> fired) {
    return rules.containsAll(fired);
  }

  Review suspecting(List<String> fired) {
    var all = new HashSet<>(rules);
    all.addAll(fired);
    return new Review(stage, all, until);
  }

  Review at(Stage next) {
    return new Review(next, rules, until);
  }

  Review opened(Instant at) {
    return new Review(Stage.OPEN, rules, at.plus(LIMIT));
  }

  /** What was begun comes to nothing. Of an order that nobody suspected, all is still possible. */
  Review overtaken() {
    return stage == Stage.NONE ? this : at(Stage.CLOSED);
  }
}
