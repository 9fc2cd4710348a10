package dev.tradewind.checker;

import java.util.Optional;

/**
 * One attempt of a client to place an order.
 *
 * @param key who asks, and the idempotency key: the same for every attempt to place the same order
 * @param content tells two bodies apart that came under one key
 * @param total what the order costs, in minor units
 * @param answer what the client heard; none when the answer was lost
 */
public record Request(String key, String content, long total, Optional<Answer> answer) {

  /**
   * What a client heard.
   *
   * @param status of HTTP: 202 accepted, 422 another body under this key
   * @param orderId of an order that was accepted; empty otherwise
   */
  public record Answer(int status, String orderId) {

    public boolean accepted() {
      return status == 202;
    }
  }
}
