package dev.tradewind.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An order as a client sends it.
 *
 * @param key its Idempotency-Key
 * @param customerId one of its own, so that scenarios do not meet
 */
record NewOrder(String key, String customerId, List<Line> lines, String paymentMethod, ShipTo shipTo) {

  static final long UNIT_PRICE = 1_250;

  private static final ShipTo HOME = new ShipTo("Customer One", "Harbour Street 1", "Hamburg", "20095", "DE");

  /** @param unitPrice in cents */
  record Line(String sku, int quantity, long unitPrice) {}

  record ShipTo(String name, String street, String city, String postalCode, String country) {}

  private record Body(String customerId, String currency, List<Line> lines, String paymentMethod, ShipTo shipTo) {}

  /** An order that goes well when there is enough of the product. */
  static NewOrder of(String sku, int quantity) {
    String id = UUID.randomUUID().toString();
    return new NewOrder("key-" + id, "c-" + id, List.of(new Line(sku, quantity, UNIT_PRICE)), "tok_approved", HOME);
  }

  NewOrder and(String sku, int quantity) {
    List<Line> more = new ArrayList<>(lines);
    more.add(new Line(sku, quantity, UNIT_PRICE));
    return new NewOrder(key, customerId, List.copyOf(more), paymentMethod, shipTo);
  }

  /** The same at another price a unit. */
  NewOrder at(long unitPrice) {
    List<Line> priced = lines.stream().map(line -> new Line(line.sku(), line.quantity(), unitPrice)).toList();
    return new NewOrder(key, customerId, priced, paymentMethod, shipTo);
  }

  NewOrder by(String customer) {
    return new NewOrder(key, customer, lines, paymentMethod, shipTo);
  }

  NewOrder paying(String method) {
    return new NewOrder(key, customerId, lines, method, shipTo);
  }

  NewOrder to(String city, String postalCode, String country) {
    return to(new ShipTo(shipTo.name(), shipTo.street(), city, postalCode, country));
  }

  NewOrder to(ShipTo address) {
    return new NewOrder(key, customerId, lines, paymentMethod, address);
  }

  long total() {
    return lines.stream().mapToLong(line -> line.quantity() * line.unitPrice()).sum();
  }

  long units(String sku) {
    return lines.stream().filter(line -> line.sku().equals(sku)).mapToLong(Line::quantity).sum();
  }

  String body() {
    return Http.json(new Body(customerId, "EUR", lines, paymentMethod, shipTo));
  }
}
