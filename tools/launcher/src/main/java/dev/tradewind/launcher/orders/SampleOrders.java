package dev.tradewind.launcher.orders;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Makes files of orders: mostly happy, and some of every way in which an order can go wrong. The same seed makes the same file. */
public final class SampleOrders {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CUSTOMERS = 200;
  private static final int STOCK = 1_000_000;
  private static final String WAREHOUSE = "eu-1";

  private record Product(String sku, String name, int unitPrice) {}

  /** It is sold, and there is none. */
  private static final Product NOT_STOCKED = new Product("LANTERN-900", "Signal Lantern", 8_900);

  private static final List<Product> PRODUCTS = List.of(
      new Product("TEA-001", "Earl Grey", 499), new Product("TEA-002", "Assam", 649), new Product("TEA-003", "First Flush", 1_150),
      new Product("COFFEE-001", "House Blend", 899), new Product("COFFEE-002", "Single Estate", 1_249),
      new Product("SPICE-001", "Black Pepper", 325),
      new Product("SPICE-002", "Cardamom", 410), new Product("HONEY-001", "Heather Honey", 780), new Product("SALT-001", "Sea Salt", 290),
      new Product("MUG-001", "Enamel Mug", 1_195), new Product("MUG-002", "Stoneware Mug", 1_495), new Product("POT-001", "Cast-Iron Pot", 3_900),
      new Product("KETTLE-001", "Copper Kettle", 5_490), new Product("TRAY-001", "Serving Tray", 2_250),
      new Product("LINEN-001", "Linen Towels", 1_875),
      new Product("ROPE-001", "Hemp Rope", 1_340), new Product("COMPASS-001", "Brass Compass", 4_200), new Product("MAP-001", "Harbour Map", 2_100),
      new Product("LAMP-001", "Storm Lamp", 6_750), new Product("CRATE-001", "Oak Crate", 2_990));

  /** What an order of this kind carries, and where it ends. */
  private enum Story {
    HAPPY(740, "tok_approved", "DELIVERED"),
    SLOW_PROVIDER(20, "tok_slow", "DELIVERED"),
    FAILING_PROVIDER(20, "tok_error_500", "DELIVERED"),
    LOST_ANSWER(20, "tok_lost_answer", "DELIVERED"),
    OUT_OF_STOCK(50, "tok_approved", "REJECTED"),
    DECLINED(40, "tok_declined", "CANCELLED"),
    INSUFFICIENT_FUNDS(30, "tok_insufficient_funds", "CANCELLED"),
    CARRIER_REFUSES(30, "tok_approved", "CANCELLED"),
    CUSTOMER_CANCELS(50, "tok_approved", "CANCELLED|DELIVERED");

    private final int perThousand;
    private final String paymentMethod;
    private final String expect;

    Story(int perThousand, String paymentMethod, String expect) {
      this.perThousand = perThousand;
      this.paymentMethod = paymentMethod;
      this.expect = expect;
    }
  }

  private record City(String name, String postalCode, String country) {}

  private static final List<City> CITIES = List.of(
      new City("Hamburg", "20095", "DE"), new City("Bremen", "28195", "DE"), new City("Rotterdam", "3011", "NL"),
      new City("Antwerp", "2000", "BE"), new City("Lisbon", "1100-148", "PT"), new City("Trieste", "34121", "IT"));
  private static final List<City> UNSERVED = List.of(new City("Farpoint", "99999", "XX"), new City("Hamburg", "00000", "DE"));

  private final Random random;

  public SampleOrders(long seed) {
    this.random = new Random(seed);
  }

  /** The lines of a file of that many orders, in random order. */
  public List<String> lines(int orders) {
    List<Story> stories = new ArrayList<>();
    int sum = 0;
    for (Story story : Story.values()) {
      sum += story.perThousand;
      while (stories.size() < Math.round(orders * sum / 1_000.0)) {
        stories.add(story);
      }
    }
    Collections.shuffle(stories, random);
    return stories.stream().map(this::line).toList();
  }

  /** What must be received so that only the orders that are meant to run out of stock do. */
  public static String stock() {
    ArrayNode stock = JSON.createArrayNode();
    PRODUCTS.forEach(product -> stock.addObject().put("sku", product.sku()).put("warehouse", WAREHOUSE).put("quantity", STOCK));
    return stock.toPrettyString();
  }

  /** What the catalog must know, as lines of CSV. */
  public static List<String> products() {
    return Stream.concat(Stream.of("sku,name,description,active,price_EUR"), Stream.concat(PRODUCTS.stream(), Stream.of(NOT_STOCKED))
        .map(product -> "%s,%s,,true,%d".formatted(product.sku(), product.name(), product.unitPrice()))).toList();
  }

  private String line(Story story) {
    ObjectNode line = JSON.createObjectNode();
    line.set("order", order(story));
    line.put("expect", story.expect);
    if (story == Story.CUSTOMER_CANCELS) {
      line.put("cancelAfterMs", random.nextInt(1_500));
    }
    return line.toString();
  }

  private ObjectNode order(Story story) {
    int customer = 1 + random.nextInt(CUSTOMERS);
    ObjectNode order = JSON.createObjectNode().put("customerId", "c-" + customer).put("currency", "EUR");
    ArrayNode lines = order.putArray("lines");
    List<Product> products = new ArrayList<>(PRODUCTS);
    Collections.shuffle(products, random);
    products.stream().limit(lineCount()).forEach(product ->
        lines.addObject().put("sku", product.sku()).put("quantity", 1 + random.nextInt(4)).put("unitPrice", product.unitPrice()));
    if (story == Story.OUT_OF_STOCK) {
      lines.addObject().put("sku", NOT_STOCKED.sku()).put("quantity", 1).put("unitPrice", NOT_STOCKED.unitPrice());
    }
    order.put("paymentMethod", story.paymentMethod);
    City city = pick(story == Story.CARRIER_REFUSES ? UNSERVED : CITIES);
    order.putObject("shipTo").put("name", "Customer " + customer).put("street", "Harbour Street " + (1 + random.nextInt(120)))
        .put("city", city.name()).put("postalCode", city.postalCode()).put("country", city.country());
    return order;
  }

  private int lineCount() {
    int draw = random.nextInt(10);
    return draw < 7 ? 1 : draw < 9 ? 2 : 3;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
