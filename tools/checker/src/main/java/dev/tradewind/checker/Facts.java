package dev.tradewind.checker;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The evidence, and beside it what it says about each order: read once, because all invariants need it. */
final class Facts {

  private static final String ORDER = "order/";

  private final Evidence evidence;
  private final Map<String, OrderFacts> orders = new LinkedHashMap<>();

  Facts(Evidence evidence) {
    this.evidence = evidence;
    for (var request : evidence.requests()) {
      request.answer().filter(Request.Answer::accepted).ifPresent(answer -> order(answer.orderId()).accepted(request.total()));
    }
    for (var stream : evidence.streams()) {
      if (stream.id().startsWith(ORDER)) {
        order(stream.key()).happened(stream);
      }
    }
    for (var entry : evidence.ledger()) {
      order(entry.orderId()).money().add(entry);
    }
    for (var token : evidence.tokens()) {
      order(token.orderId()).add(token);
    }
    for (var parcel : evidence.parcels()) {
      order(parcel.orderId()).add(parcel);
    }
  }

  Evidence evidence() {
    return evidence;
  }

  /** Every order that anything is known of, whoever knows it. */
  Collection<OrderFacts> orders() {
    return orders.values();
  }

  private OrderFacts order(String id) {
    return orders.computeIfAbsent(id, OrderFacts::new);
  }
}
