package dev.tradewind.payments.domain;

import dev.tradewind.core.Call;

/** What the provider can be asked. */
public sealed interface ProviderCall extends Call {

  /**
   * The name of the call, the same however often it is made: the provider does it once and gives the same answer for ever. It follows
   * from the order, so it is known before the intent is committed.
   */
  String key();

  /** Put the amount on hold. */
  record Authorize(Charge charge, MethodToken method) implements ProviderCall {
    @Override
    public String key() {
      return charge.orderId() + "-authorize";
    }
  }

  /** Take all that is on hold. */
  record Capture(Charge charge, String authorizationId) implements ProviderCall {
    @Override
    public String key() {
      return charge.orderId() + "-capture";
    }
  }

  /** Let go of what is on hold. */
  record Void(Charge charge, String authorizationId) implements ProviderCall {
    @Override
    public String key() {
      return charge.orderId() + "-void";
    }
  }

  /** Give back all that was taken. */
  record Refund(Charge charge, String captureId) implements ProviderCall {
    @Override
    public String key() {
      return charge.orderId() + "-refund";
    }
  }

  /** A call that someone else meant to make, and perhaps made: find out before anything else. */
  record Unresolved(ProviderCall call) implements ProviderCall {
    @Override
    public String key() {
      return call.key();
    }
  }
}
