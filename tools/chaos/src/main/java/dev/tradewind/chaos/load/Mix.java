package dev.tradewind.chaos.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Errands of every kind. The same seed makes the same errands. */
public final class Mix {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PRODUCTS = IntStream.range(0, 20).mapToObj("GOODS-%02d"::formatted).toList();
  private static final String POPULAR = "POPULAR";
  private static final int SCARCE_PRODUCTS = 200;
  private static final int ORDERS_A_SCARCE_PRODUCT = 10;
  private static final long PLENTY = 100_000_000;
  private static final long FEW = 7;
  private static final int UNIT_PRICE = 1_250;
  private static final Duration LATEST_REGRET = Duration.ofSeconds(6);
  private static final Duration LATEST_REPEAT = Duration.ofSeconds(60);

  private final SplittableRandom random;
  private final long seed;
  private final Duration latest;
  private final boolean calm;
  private int made;
  private int scarce;

  public Mix(long seed) {
    this(seed, LATEST_REPEAT);
  }

  /** @param latest no customer comes back later */
  Mix(long seed, Duration latest) {
    this(seed, latest, false);
  }

  private Mix(long seed, Duration latest, boolean calm) {
    this.seed = seed;
    this.latest = latest;
    this.calm = calm;
    this.random = new SplittableRandom(seed);
  }

  /** Errands that all go well, of customers who come once and change nothing. */
  public static Mix calm(long seed) {
    return new Mix(seed, LATEST_REPEAT, true);
  }

  /** What the warehouses must have received: units by product. Of some there is too little for all who want it. */
  public static Map<String, Long> stock() {
    Map<String, Long> stock = new LinkedHashMap<>();
    PRODUCTS.forEach(sku -> stock.put(sku, PLENTY));
    stock.put(POPULAR, PLENTY);
    IntStream.range(0, SCARCE_PRODUCTS).forEach(i -> stock.put(scarce(i), FEW));
    return stock;
  }

  synchronized Errand next() {
    Story story = calm ? Story.HAPPY : Story.of(random.nextInt(1_000));
    int number = ++made;
    ObjectNode order = order("c-" + random.nextInt(200), story);
    long total = total(order);
    ObjectNode another = order.deepCopy().put("paymentMethod", "tok_approved:other");
    ((ObjectNode) another.path("lines").get(0)).put("unitPrice", UNIT_PRICE + 1);
    return new Errand(order.path("customerId").asText(), "chaos-%d-%d".formatted(seed, number), order.toString(), total,
        chance(story == Story.REGRETTED ? 1_000 : 25).map(yes -> within(LATEST_REGRET)),
        chance(100).map(yes -> within(LATEST_REPEAT)),
        chance(30).map(yes -> new Errand.Other(another.toString(), total(another))));
  }

  private ObjectNode order(String customer, Story story) {
    ObjectNode order = JSON.createObjectNode().put("customerId", customer).put("currency", "EUR");
    ArrayNode lines = order.putArray("lines");
    switch (story) {
      case POPULAR -> line(lines, POPULAR);
      case SCARCE -> line(lines, scarce(scarce++ / ORDERS_A_SCARCE_PRODUCT % SCARCE_PRODUCTS));
      case UNKNOWN_PRODUCT -> line(lines, "UNHEARD-OF");
      default -> {
        int first = random.nextInt(PRODUCTS.size());
        int count = random.nextInt(10) < 7 ? 1 : 3;
        IntStream.range(0, count).forEach(i -> line(lines, PRODUCTS.get((first + i) % PRODUCTS.size())));
      }
    }
    order.put("paymentMethod", story.paymentMethod());
    order.putObject("shipTo").put("name", "Customer One").put("street", "Harbour Street 1").put("city", story.city())
        .put("postalCode", story.postalCode()).put("country", "DE");
    return order;
  }

  private void line(ArrayNode lines, String sku) {
    lines.addObject().put("sku", sku).put("quantity", 1 + random.nextInt(3)).put("unitPrice", UNIT_PRICE);
  }

  private Optional<Boolean> chance(int perThousand) {
    return Optional.of(random.nextInt(1_000) < perThousand && !calm).filter(Boolean::booleanValue);
  }

  private Duration within(Duration patience) {
    return Duration.ofMillis(random.nextLong(Math.min(patience.toMillis(), latest.toMillis())));
  }

  private static String scarce(int i) {
    return "SCARCE-%03d".formatted(i);
  }

  private static long total(ObjectNode order) {
    return order.path("lines").valueStream().mapToLong(line -> line.path("quantity").asLong() * line.path("unitPrice").asLong()).sum();
  }
}
