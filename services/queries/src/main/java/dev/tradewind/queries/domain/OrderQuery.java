package dev.tradewind.queries.domain;

import dev.tradewind.core.Check;
import java.time.Instant;
import java.util.Optional;

/**
 * Which orders a list holds, and in which order.
 *
 * @param scope whose orders
 * @param from placed at this time or later
 * @param to placed before this time
 * @param sku with this product among their lines
 */
public record OrderQuery(Scope scope, Optional<Instant> from, Optional<Instant> to, Optional<String> sku, Sort sort) {

  /** What a list is of; each kind has an index of its own. */
  public sealed interface Scope {

    /**
     * A customer's orders.
     *
     * @param state only those in it
     */
    record OfCustomer(String customerId, Optional<OrderState> state) implements Scope {}

    /** Everyone's orders in one state. */
    record InState(OrderState state) implements Scope {}
  }

  /** By the time the order was placed. */
  public enum Sort {
    NEWEST,
    OLDEST
  }

  /** Everything before this sorts before every year of four digits, everything after that behind. */
  private static final String LOWEST = "0";
  private static final String HIGHEST = "~";

  public OrderQuery {
    Check.notNull(scope, "scope");
    Check.that(from.isEmpty() || to.isEmpty() || from.get().isBefore(to.get()), "from must be before to");
    Check.notNull(sort, "sort");
  }

  /** Whether the index holds more than the list: then a page may end before it is full. */
  public boolean filters() {
    return sku.isPresent() || scope instanceof Scope.OfCustomer(var customer, var state) && state.isPresent();
  }

  /**
   * The positions that may still come, both ends included.
   *
   * @param after the position where the page before ended, which is excluded by {@link Slice}
   */
  public Span span(Optional<Position> after) {
    var low = from.map(Position::bound).orElse(LOWEST);
    var high = to.map(Position::bound).orElse(HIGHEST);
    return after.map(position -> switch (sort) {
      case NEWEST -> new Span(low, position.text());
      case OLDEST -> new Span(position.text(), high);
    }).orElseGet(() -> new Span(low, high));
  }

  /** Which of two positions comes first in this list, as a comparator says it. */
  public int compare(Position one, Position other) {
    return sort == Sort.NEWEST ? other.compareTo(one) : one.compareTo(other);
  }

  /** A part of an index, both ends included. */
  public record Span(String low, String high) {}
}
