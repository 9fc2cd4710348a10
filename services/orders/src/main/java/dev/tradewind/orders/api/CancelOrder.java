package dev.tradewind.orders.api;

import dev.tradewind.orders.domain.OrderCommand;
import dev.tradewind.orders.domain.Requester;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;

/**
 * The optional body of {@code POST /v1/orders/{id}/cancel}.
 *
 * @param reason a short code of the client's own; when absent: who asks, in small letters
 * @param by who asks for it; the customer when absent
 */
record CancelOrder(
    @Pattern(regexp = "[a-z0-9-]{1,64}", message = "must be 1 to 64 small letters, digits or -") String reason,
    Requester by) {

  OrderCommand.Cancel command() {
    var requester = by == null ? Requester.CUSTOMER : by;
    return new OrderCommand.Cancel(reason == null ? requester.name().toLowerCase(Locale.ROOT) : reason, requester);
  }
}
