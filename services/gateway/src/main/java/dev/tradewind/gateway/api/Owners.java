package dev.tradewind.gateway.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradewind.gateway.access.Caller;
import dev.tradewind.gateway.access.Caller.Anonymous;
import dev.tradewind.gateway.access.Caller.Customer;
import dev.tradewind.gateway.access.Caller.Operator;
import dev.tradewind.gateway.composition.Orders;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whose an order is. That never changes, so it is remembered. */
@Singleton
class Owners {

  private static final int REMEMBERED = 50_000;

  private final Cache<String, String> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final Orders orders;

  Owners(Orders orders) {
    this.orders = orders;
  }

  /** Fails with problem 404 when the order is neither the caller's nor the caller an operator: as if there were none. */
  Uni<Void> require(Caller caller, String orderId) {
    return switch (caller) {
      case Operator _ -> Uni.createFrom().voidItem();
      case Customer(var id) -> owner(orderId).invoke(owner -> check(caller, owner)).replaceWithVoid();
      case Anonymous _ -> Uni.createFrom().failure(Names.noOrder());
    };
  }

  /** @throws dev.tradewind.quarkus.Problem 404 as above */
  static void check(Caller caller, String owner) {
    boolean allowed = switch (caller) {
      case Operator _ -> true;
      case Customer(var id) -> id.equals(owner);
      case Anonymous _ -> false;
    };
    if (!allowed) {
      throw Names.noOrder();
    }
  }

  private Uni<String> owner(String orderId) {
    return Optional.ofNullable(known.getIfPresent(orderId)).map(owner -> Uni.createFrom().item(owner))
        .orElseGet(() -> orders.order(orderId).map(order -> order.customerId()).invoke(owner -> known.put(orderId, owner)));
  }
}
