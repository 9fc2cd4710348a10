package dev.tradewind.payments.domain;

import dev.tradewind.core.StreamId;

/** Names the stream of an order's payment: {@code payment/<orderId>}. */
public final class PaymentStream {

  private PaymentStream() {}

  public static StreamId of(String orderId) {
    return new StreamId("payment", orderId);
  }
}
