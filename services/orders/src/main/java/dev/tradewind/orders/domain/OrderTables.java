package dev.tradewind.orders.domain;

import dev.tradewind.core.Check;
import dev.tradewind.core.saga.Saga;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that a version of this service knows: one that new orders begin under, and those that running orders began under. */
public final class OrderTables {

  private final Saga<Order> current;
  private final Map<String, Saga<Order>> known;

  private OrderTables(Saga<Order> current, Map<String, Saga<Order>> known) {
    this.current = current;
    this.known = known;
  }

  /**
   * @param current what new orders begin under
   * @param older what orders that still run began under
   * @throws IllegalStateException when two have one name
   */
  @SafeVarargs
  public static OrderTables of(Saga<Order> current, Saga<Order>... older) {
    Check.notNull(current, "current");
    return new OrderTables(
        current, Stream.concat(Stream.of(current), Arrays.stream(older)).collect(Collectors.toUnmodifiableMap(Saga::name, Function.identity())));
  }

  Saga<Order> current() {
    return current;
  }

  /** @throws IllegalStateException when the order began under a table this version does not have */
  Saga<Order> of(Order order) {
    var name = order.content().saga();
    var saga = known.get(name);
    if (saga == null) {
      throw new IllegalStateException("saga %s is not known here; known are %s".formatted(name, known.keySet()));
    }
    return saga;
  }
}
