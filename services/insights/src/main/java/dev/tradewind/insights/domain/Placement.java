package dev.tradewind.insights.domain;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Check;
import java.time.Instant;

/**
 * That an order was placed: all that the rules look at.
 *
 * @param at when: the time of the commit
 * @param news the message that told it, as the cause of what follows from it
 */
public record Placement(String orderId, String customerId, Money total, Instant at, Cause news) implements Placed {

  /** What is kept of an order must fit into an item, whoever put it into the log. */
  private static final int LONGEST_NEWS = 1_000;

  public Placement {
    Names.order(orderId);
    Names.customer(customerId);
    Check.notNull(total, "total");
    Times.check(at);
    Check.notNull(news, "news");
    Check.that(news.id().length() + news.answers().length() + news.traceparent().length() <= LONGEST_NEWS,
        "ids of a message must be %d characters or less together", LONGEST_NEWS);
  }

  /** @throws IllegalArgumentException when no order can be so */
  public static Placement of(OrderDocument order, Instant at, Cause news) {
    return new Placement(order.orderId(), order.customerId(), order.total(), at, news);
  }

  /** Among those of a customer. Two of the same moment have an order too, so that it is known which came first. */
  @Override
  public Position position() {
    return new Position(Times.sortable(at) + "/" + orderId);
  }

  /** Before every position of this time or later, behind every earlier one. */
  public static String bound(Instant time) {
    return Times.sortable(time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time);
  }
}
