package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.e2e.Partner.Entry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the partners' books must say of an order: it follows from how the order ended. */
final class Books {

  private final Partner provider;
  private final Partner carrier;

  Books(Partner provider, Partner carrier) {
    this.provider = provider;
    this.carrier = carrier;
  }

  /** Checks one order. */
  void agree(Order order, String end) {
    agree(order, end, provider.done(order), carrier.done(order));
  }

  /** Checks many, reading each book once. */
  void agree(Map<Order, String> ends) {
    Map<String, List<Entry>> money = provider.done();
    Map<String, List<Entry>> parcels = carrier.done();
    ends.forEach((order, end) -> agree(order, end, money.getOrDefault(order.id(), List.of()), parcels.getOrDefault(order.id(), List.of())));
  }

  private static void agree(Order order, String end, List<Entry> money, List<Entry> parcels) {
    switch (end) {
      case "DELIVERED" -> {
        assertThat(kinds(money)).as("money for delivered order %s", order.id()).containsExactly("authorized", "captured");
        assertThat(money).as("money for delivered order %s", order.id()).allMatch(entry -> entry.amount() == order.wanted().total());
        assertThat(kinds(parcels)).as("parcels of delivered order %s", order.id()).containsExactly("booked", "dispatched", "delivered");
      }
      case "CANCELLED" -> {
        assertThat(sum(money, "captured")).as("money kept for cancelled order %s: %s", order.id(), money).isEqualTo(sum(money, "refunded"));
        assertThat(count(money, Set.of("authorized"))).as("money held for cancelled order %s: %s", order.id(), money)
            .isEqualTo(count(money, Set.of("voided", "captured")));
        boolean nothingGoes = parcels.isEmpty() || Set.of("cancelled", "refused").contains(parcels.getLast().kind());
        assertThat(nothingGoes).as("parcels of cancelled order %s: %s", order.id(), parcels).isTrue();
      }
      case "REJECTED" -> {
        assertThat(money).as("money for rejected order %s", order.id()).isEmpty();
        assertThat(parcels).as("parcels of rejected order %s", order.id()).isEmpty();
      }
      default -> throw new AssertionError("order %s is no order with an end: %s".formatted(order.id(), end));
    }
  }

  /** Units of a product that orders keep after these ends. */
  static long kept(String sku, Map<Order, String> ends) {
    return ends.entrySet().stream().filter(entry -> entry.getValue().equals("DELIVERED"))
        .mapToLong(entry -> entry.getKey().wanted().units(sku)).sum();
  }

  static List<String> kinds(Collection<Entry> entries) {
    return entries.stream().map(Entry::kind).toList();
  }

  private static long sum(List<Entry> entries, String kind) {
    return entries.stream().filter(entry -> entry.kind().equals(kind)).mapToLong(Entry::amount).sum();
  }

  private static long count(List<Entry> entries, Set<String> kinds) {
    return entries.stream().filter(entry -> kinds.contains(entry.kind())).count();
  }
}
