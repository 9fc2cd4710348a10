package dev.tradewind.orders.api;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The answer to an accepted order: always the same, so that a repeat of the request, a year later too, gets it again.
 *
 * @param orderId the order's id; its state is at {@code /v1/orders/{orderId}}
 * @param status {@code ACCEPTED}: the order will reach an end
 */
@RegisterForReflection
record Accepted(String orderId, String status) {

  static Accepted of(String orderId) {
    return new Accepted(orderId, "ACCEPTED");
  }
}
