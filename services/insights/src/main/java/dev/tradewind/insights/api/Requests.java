package dev.tradewind.insights.api;

import dev.tradewind.insights.domain.Grain;
import dev.tradewind.insights.domain.Names;
import dev.tradewind.insights.domain.Position;
import dev.tradewind.insights.domain.SalesQuery;
import dev.tradewind.quarkus.Cursor;
import dev.tradewind.quarkus.Parameters;
import dev.tradewind.quarkus.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What clients ask for, read strictly. */
final class Requests {

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String SKU = "sku";
  private static final String REGION = "region";
  private static final String BY = "by";
  private static final String CUSTOMER = "customer";
  private static final String LIMIT = "limit";
  private static final String CURSOR = "cursor";

  static final String SKU_RULE = "must be 1 to 64 capital letters, digits, . _ or -";
  private static final int MOST = 500;
  private static final int USUAL = 100;
  private static final int MOST_SUSPICIONS = 100;
  private static final int USUAL_SUSPICIONS = 20;
  private static final int MOST_RECOMMENDATIONS = 50;
  private static final int USUAL_RECOMMENDATIONS = 10;

  private Requests() {}

  /** What a list of sales is of, as it was asked for: a page later, "until now" is still the same list. */
  record SalesList(Grain by, Instant from, Optional<Instant> to, Optional<String> sku, Optional<String> region) {

    SalesQuery until(Instant now) {
      return new SalesQuery(by, from, to.orElse(now), sku, region);
    }
  }

  /** What a list of suspicions is of. */
  record SuspicionList(Optional<String> customer) {}

  /**
   * A page of a list.
   *
   * @param <L> what the list is of
   */
  record PageOf<L extends Record>(L list, Optional<Position> after, int limit) {

    String cursor(Position next) {
      return Cursor.write(list, next.text());
    }
  }

  /** @throws Problem naming each parameter that breaks a rule, or saying why the cursor does not fit */
  static PageOf<SalesList> sales(MultivaluedMap<String, String> given, Instant now) {
    var parameters = new Parameters(given, Set.of(FROM, TO, SKU, REGION, BY, LIMIT, CURSOR));
    var by = parameters.text(BY).map(text -> grain(parameters, text)).orElse(Grain.MINUTE);
    var from = parameters.past(FROM, now);
    var to = parameters.past(TO, now);
    if (!given.containsKey(FROM)) {
      parameters.violate(FROM, "is required: all sales of all time are no list");
    }
    from.ifPresent(begin -> {
      var end = to.orElse(now);
      if (!begin.isBefore(end)) {
        parameters.violate(FROM, "must be before " + to.map(ignored -> TO).orElse("now"));
      } else if (begin.plus(by.longest()).isBefore(end)) {
        parameters.violate(FROM, "by %s must be at most %d days before the end".formatted(by.label(), by.longest().toDays()));
      }
    });
    var sku = parameters.text(SKU, Names.SKU, SKU_RULE);
    var region = parameters.text(REGION, Names.REGION, "must be two capital letters, such as DE");
    var limit = parameters.number(LIMIT, 1, MOST).orElse(USUAL);
    var cursor = parameters.text(CURSOR);
    parameters.check();
    var list = new SalesList(by, from.orElseThrow(), to, sku, region);
    return new PageOf<>(list, position(list, cursor), limit);
  }

  /** @throws Problem naming each parameter that breaks a rule, or saying why the cursor does not fit */
  static PageOf<SuspicionList> suspicions(MultivaluedMap<String, String> given) {
    var parameters = new Parameters(given, Set.of(CUSTOMER, LIMIT, CURSOR));
    var customer = parameters.text(CUSTOMER, Names.CUSTOMER, "must be 1 to 64 letters, digits, - or _");
    var limit = parameters.number(LIMIT, 1, MOST_SUSPICIONS).orElse(USUAL_SUSPICIONS);
    var cursor = parameters.text(CURSOR);
    parameters.check();
    var list = new SuspicionList(customer);
    return new PageOf<>(list, position(list, cursor), limit);
  }

  /** @throws Problem naming each parameter that breaks a rule */
  static int recommendations(MultivaluedMap<String, String> given) {
    var parameters = new Parameters(given, Set.of(LIMIT));
    var limit = parameters.number(LIMIT, 1, MOST_RECOMMENDATIONS).orElse(USUAL_RECOMMENDATIONS);
    parameters.check();
    return limit;
  }

  private static Optional<Position> position(Record list, Optional<String> cursor) {
    return cursor.map(text -> Cursor.read(list, text, Position::new));
  }

  private static Grain grain(Parameters parameters, String text) {
    for (var grain : Grain.values()) {
      if (grain.label().equals(text)) {
        return grain;
      }
    }
    parameters.violate(BY, "must be one of minute, hour, day");
    return Grain.MINUTE;
  }
}
