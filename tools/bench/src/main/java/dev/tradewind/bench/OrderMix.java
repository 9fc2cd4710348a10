package dev.tradewind.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Orders that all go well: 80 % of one line, 15 % of two, 5 % of three, over twenty products. The same seed makes the same orders. */
final class OrderMix {

  static final List<String> PRODUCTS = IntStream.rangeClosed(1, 20).mapToObj("BENCH-%03d"::formatted).toList();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CUSTOMERS = 5_000;
  private static final int UP_TO_ONE_LINE = 80;
  private static final int UP_TO_TWO_LINES = 95;

  private final Random random;
  private int made;
  private int linesMade;

  OrderMix(long seed) {
    random = new Random(seed);
  }

  /**
   * @param key its Idempotency-Key
   * @param total in cents
   */
  record Order(String key, String body, int lines, long total) {}

  record Line(String sku, int quantity, long unitPrice) {}

  private record ShipTo(String name, String street, String city, String postalCode, String country) {}

  private record Body(String customerId, String currency, List<Line> lines, String paymentMethod, ShipTo shipTo) {}

  synchronized Order next() {
    made++;
    List<Line> lines = lines();
    ShipTo address = new ShipTo("Customer " + made, "Harbour Street " + (1 + random.nextInt(120)), "Hamburg", "20095", "DE");
    Body body = new Body("bench-" + random.nextInt(CUSTOMERS), "EUR", lines, "tok_approved", address);
    linesMade += lines.size();
    long total = lines.stream().mapToLong(line -> line.quantity() * line.unitPrice()).sum();
    return new Order("bench-" + made, json(body), lines.size(), total);
  }

  /** On average, of those made so far. */
  synchronized double linesPerOrder() {
    return made == 0 ? 0 : linesMade / (double) made;
  }

  private List<Line> lines() {
    List<String> products = new ArrayList<>(PRODUCTS);
    List<Line> lines = new ArrayList<>();
    int draw = random.nextInt(100);
    for (int i = draw < UP_TO_ONE_LINE ? 1 : draw < UP_TO_TWO_LINES ? 2 : 3; i > 0; i--) {
      lines.add(new Line(products.remove(random.nextInt(products.size())), 1 + random.nextInt(3), 499 + random.nextInt(5_000)));
    }
    return lines;
  }

  private static String json(Body body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
