package dev.tradewind.notifications.domain;

import java.util.Arrays;
import java.util.Optional;

/** What customers can be told. */
public enum NoticeType {
  ORDER_PLACED("order.placed"),
  ORDER_CONFIRMED("order.confirmed"),
  ORDER_DISPATCHED("order.dispatched"),
  ORDER_DELIVERED("order.delivered"),
  ORDER_CANCELLED("order.cancelled"),
  ORDER_REJECTED("order.rejected"),
  /** Nothing happened: the customer tries a webhook. Nobody can leave it out. */
  WEBHOOK_TEST("webhook.test");

  private final String publicName;

  NoticeType(String publicName) {
    this.publicName = publicName;
  }

  /** The name consumers know, such as {@code order.confirmed}. */
  public String publicName() {
    return publicName;
  }

  public static Optional<NoticeType> named(String publicName) {
    return Arrays.stream(values()).filter(type -> type.publicName.equals(publicName)).findFirst();
  }
}
