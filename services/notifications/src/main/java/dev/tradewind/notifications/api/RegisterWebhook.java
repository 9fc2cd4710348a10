package dev.tradewind.notifications.api;

import dev.tradewind.notifications.domain.NoticeType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The body of {@code POST …/webhooks}.
 *
 * @param url what to call
 * @param eventTypes what to tell there; everything when absent
 */
record RegisterWebhook(
    @NotNull(message = "is required") @Size(min = 1, max = 1000, message = "must have 1 to 1000 characters") String url,
    @Size(min = 1, max = 6, message = "must have 1 to 6 entries, or be left out for all")
    List<@NotNull(message = "is required") @Pattern(regexp = KNOWN, message = "must be one of " + KNOWN) String> eventTypes) {

  static final String KNOWN = "order.placed|order.confirmed|order.dispatched|order.delivered|order.cancelled|order.rejected";

  Set<NoticeType> types() {
    return eventTypes == null
        ? EnumSet.complementOf(EnumSet.of(NoticeType.WEBHOOK_TEST))
        : EnumSet.copyOf(eventTypes.stream().map(name -> NoticeType.named(name).orElseThrow()).toList());
  }
}
