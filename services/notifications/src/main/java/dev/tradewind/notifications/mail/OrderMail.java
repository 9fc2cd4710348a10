package dev.tradewind.notifications.mail;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.notifications.domain.NoticeType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** What a mail about an order says: {@code templates/OrderMail/text.txt}, and its subject. */
final class OrderMail {

  private OrderMail() {}

  /** One line of the order, as written. */
  record Line(int quantity, String sku, String price) {}

  @CheckedTemplate
  static final class Templates {

    private Templates() {}

    static native TemplateInstance text(NoticeType type, OrderDocument order, List<Line> lines, String total);
  }

  static String subject(NoticeType type, OrderDocument order) {
    return "Your order %s %s".formatted(order.orderId(), switch (type) {
      case ORDER_PLACED -> "has been placed";
      case ORDER_CONFIRMED -> "is confirmed";
      case ORDER_DISPATCHED -> "is on its way";
      case ORDER_DELIVERED -> "has been delivered";
      case ORDER_CANCELLED -> "is cancelled";
      case ORDER_REJECTED -> "cannot be accepted";
      case WEBHOOK_TEST -> throw new IllegalArgumentException("a webhook is never tried by mail");
    });
  }

  static TemplateInstance text(NoticeType type, OrderDocument order) {
    var currency = order.total().currency();
    return Templates.text(type, order, order.lines().stream().map(line -> line(line, currency)).toList(), written(order.total()));
  }

  private static Line line(OrderLine line, String currency) {
    return new Line(line.quantity(), line.sku(), written(new Money(line.quantity() * line.unitPrice(), currency)));
  }

  private static String written(Money money) {
    int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
    return BigDecimal.valueOf(money.amount(), digits).toPlainString() + " " + money.currency();
  }
}
