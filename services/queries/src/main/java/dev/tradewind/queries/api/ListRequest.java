package dev.tradewind.queries.api;

import dev.tradewind.quarkus.Cursor;
import dev.tradewind.quarkus.Parameters;
import dev.tradewind.quarkus.Problem;
import dev.tradewind.queries.domain.OrderQuery;
import dev.tradewind.queries.domain.OrderQuery.Scope;
import dev.tradewind.queries.domain.OrderQuery.Sort;
import dev.tradewind.queries.domain.OrderState;
import dev.tradewind.queries.domain.Position;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A page that a client asks for. */
record ListRequest(OrderQuery query, Optional<Position> after, int limit) {

  private static final String STATE = "state";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String SKU = "sku";
  private static final String SORT = "sort";
  private static final String LIMIT = "limit";
  private static final String CURSOR = "cursor";
  private static final Set<String> KNOWN = Set.of(STATE, FROM, TO, SKU, SORT, LIMIT, CURSOR);

  private static final Pattern SKUS = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,63}");
  private static final int MOST = 100;
  private static final int USUAL = 20;

  /** @throws Problem naming each parameter that breaks a rule, or saying why the cursor does not fit */
  static ListRequest ofCustomer(String customerId, MultivaluedMap<String, String> given, Instant now) {
    return of(given, now, state -> Optional.of(new Scope.OfCustomer(customerId, state)));
  }

  /** @throws Problem naming each parameter that breaks a rule, or saying why the cursor does not fit */
  static ListRequest inState(MultivaluedMap<String, String> given, Instant now) {
    return of(given, now, state -> state.map(Scope.InState::new));
  }

  private static ListRequest of(
      MultivaluedMap<String, String> given, Instant now, Function<Optional<OrderState>, Optional<? extends Scope>> scopeOf) {
    var parameters = new Parameters(given, KNOWN);
    var scope = scopeOf.apply(parameters.choice(STATE, OrderState.values()));
    if (scope.isEmpty() && !given.containsKey(STATE)) {
      parameters.violate(STATE, "is required: all orders of everyone are no list");
    }
    var from = parameters.past(FROM, now);
    var to = parameters.past(TO, now);
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      parameters.violate(FROM, "must be before to");
    }
    var sku = parameters.text(SKU, SKUS, "must be 1 to 64 capital letters, digits, . _ or -");
    var sort = parameters.choice(SORT, Sort.values()).orElse(Sort.NEWEST);
    var limit = parameters.number(LIMIT, 1, MOST).orElse(USUAL);
    var cursor = parameters.text(CURSOR);
    parameters.check();
    var query = new OrderQuery(scope.orElseThrow(), from, to, sku, sort);
    return new ListRequest(query, cursor.map(text -> Cursor.read(query, text, Position::new)), limit);
  }
}
