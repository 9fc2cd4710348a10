package dev.tradewind.catalog.api;

import dev.tradewind.catalog.domain.Sku;
import dev.tradewind.quarkus.Cursor;
import dev.tradewind.quarkus.Parameters;
import dev.tradewind.quarkus.Problem;
import dev.tradewind.quarkus.Problem.Violation;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which products a client asks for. */
sealed interface ListRequest {

  /** These. */
  record BySku(List<String> skus) implements ListRequest {}

  /** A page of all. */
  record Page(Optional<String> after, int limit) implements ListRequest {}

  /** What a cursor of the list belongs to: there is only one list. */
  record All() {}

  String SKU = "sku";
  String LIMIT = "limit";
  String CURSOR = "cursor";
  int MOST_SKUS = 50;
  int MOST = 100;
  int USUAL = 20;

  /** @throws Problem naming each parameter that breaks a rule, or saying why the cursor does not fit */
  static ListRequest of(MultivaluedMap<String, String> given) {
    if (given.containsKey(SKU)) {
      return bySku(given);
    }
    var parameters = new Parameters(given, Set.of(SKU, LIMIT, CURSOR));
    int limit = parameters.number(LIMIT, 1, MOST).orElse(USUAL);
    var cursor = parameters.text(CURSOR);
    parameters.check();
    return new Page(cursor.map(text -> Cursor.read(new All(), text, ListRequest::position)), limit);
  }

  private static ListRequest bySku(MultivaluedMap<String, String> given) {
    var violations = new ArrayList<Violation>();
    given.keySet().stream().filter(name -> !name.equals(SKU)).sorted()
        .forEach(name -> violations.add(new Violation(name, "is not a parameter here beside sku, which may be given several times")));
    var skus = given.get(SKU).stream().distinct().toList();
    if (skus.size() > MOST_SKUS) {
      violations.add(new Violation(SKU, "must be given %d times or less, but is given %d times".formatted(MOST_SKUS, skus.size())));
    }
    if (!skus.stream().allMatch(Sku::isOne)) {
      violations.add(new Violation(SKU, Sku.RULE));
    }
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
    return new BySku(skus);
  }

  private static String position(String text) {
    if (!Sku.isOne(text)) {
      throw new IllegalArgumentException("a position is a SKU");
    }
    return text;
  }
}
