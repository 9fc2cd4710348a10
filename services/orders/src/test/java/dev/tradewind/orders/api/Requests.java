package dev.tradewind.orders.api;

import dev.tradewind.orders.api.PlaceOrder.Line;
import dev.tradewind.orders.api.PlaceOrder.ShipTo;
import java.util.List;

/** Requests that are right, to be spoiled by a test. */
final class Requests {

  static final String CARD = "tok_secret_4242";
  static final ShipTo HOME = new ShipTo("Recipient", "1 Harbour Street", "Bremen", "28195", "DE");
  static final Line SHIRTS = new Line("SHIRT", 2, 1999);
  static final PlaceOrder GOOD = lines(SHIRTS, new Line("MUG", 1, 850));

  /** The same as JSON. */
  static final String JSON = """
      {"customerId": "c-1", "currency": "EUR",
       "lines": [{"sku": "SHIRT", "quantity": 2, "unitPrice": 1999}, {"sku": "MUG", "quantity": 1, "unitPrice": 850}],
       "paymentMethod": "tok_secret_4242",
       "shipTo": {"name": "Recipient", "street": "1 Harbour Street", "city": "Bremen", "postalCode": "28195", "country": "DE"}}
      """;

  private Requests() {}

  static PlaceOrder lines(Line... lines) {
    return new PlaceOrder("c-1", "EUR", List.of(lines), CARD, HOME);
  }
}
