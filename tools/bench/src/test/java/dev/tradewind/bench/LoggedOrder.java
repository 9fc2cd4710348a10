package dev.tradewind.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lines of the log as an order leaves them behind. */
final class LoggedOrder {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private LoggedOrder() {}

  /** Placed, reserved, confirmed and delivered, two seconds between them. */
  static List<String> whole(String id, Instant placed) {
    List<String> lines = new ArrayList<>();
    lines.add(line("orders", "order/" + id, 1, id, placed, "tradewind.orders.OrderPlaced.v1"));
    lines.add(line("inventory", "stock/" + id, 1, id, placed.plusSeconds(2), "tradewind.inventory.StockReserved.v1"));
    lines.add(line("orders", "order/" + id, 2, id, placed.plusSeconds(4), "tradewind.orders.OrderConfirmed.v1"));
    lines.add(line("orders", "order/" + id, 3, id, placed.plusSeconds(6), "tradewind.orders.OrderDelivered.v1"));
    return lines;
  }

  static String line(String service, String subject, long version, String order, Instant at, String told) {
    return """
        {"specversion":"1.0","id":"%2$s/%3$d","source":"/tradewind/%1$s","type":"tradewind.%1$s.Committed.v1","subject":"%2$s","time":"%5$s",\
        "datacontenttype":"application/json","sequence":"%3$d","causationid":"c-%3$d","correlationid":"%4$s",\
        "data":{"events":[],"messages":[["%6$s",{"orderId":"%4$s"}]]}}""".formatted(service, subject, version, order, at, told);
  }
}
