package dev.tradewind.insights.domain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a sale adds to the figures of its minute, hour and day. */
public final class SalesFigures {

  public static final String UNITS = "units";
  public static final String REVENUE = "revenue";
  public static final String ORDERS = "orders";

  public static final String SKU = "sku";
  public static final String REGION = "region";
  public static final String CURRENCY = "currency";
  public static final String START = "start";

  private SalesFigures() {}

  public static List<Contribution> of(Sale sale) {
    var amounts = new LinkedHashMap<Counter, Map<String, Long>>();
    Arrays.stream(Grain.values()).forEach(grain -> sale.lines().forEach((sku, sold) -> amounts.put(
        counter(new Slot(grain, grain.start(sale.at()), sku, sale.region(), sale.currency())),
        Map.of(UNITS, sold.units(), REVENUE, sold.revenue(), ORDERS, 1L))));
    return Contribution.parts(sale.orderId(), amounts);
  }

  private static Counter counter(Slot slot) {
    return new Counter(slot.partition(), slot.position().text(),
        Map.of(SKU, slot.sku(), REGION, slot.region(), CURRENCY, slot.currency(), START, slot.start().toString()));
  }
}
