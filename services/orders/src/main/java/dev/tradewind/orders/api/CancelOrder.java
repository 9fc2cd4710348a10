package dev.tradewind.orders.api;

import jakarta.validation.constraints.Pattern;

/**
 * The optional body of {@code POST /v1/orders/{id}/cancel}.
 *
 * @param reason a short code of the client's own; {@code customer} when absent
 */
record CancelOrder(
    @Pattern(regexp = "[a-z0-9-]{1,64}", message = "must be 1 to 64 small letters, digits or -") String reason) {

  String reasonOrDefault() {
    return reason == null ? "customer" : reason;
  }
}
