package dev.tradewind.payments.domain;

import dev.tradewind.contracts.Money;

/** What a payment is asked, and what the provider said. */
public sealed interface PaymentCommand {

  /** Put the amount on hold. */
  record Authorize(String orderId, Money amount, MethodToken method) implements PaymentCommand {}

  /** Take what is on hold. */
  record Capture(String orderId) implements PaymentCommand {}

  /** Make the order cost nothing, whatever happened so far or is still to come. */
  record Reverse(String orderId, Undo undo) implements PaymentCommand {}

  /** What the provider said. */
  sealed interface Outcome extends PaymentCommand {}

  /** The money is on hold. */
  record AuthorizationApproved(String authorizationId) implements Outcome {}

  /** No money is on hold, and the same call will never put it there. */
  record AuthorizationDenied(String reason) implements Outcome {}

  /** The money was taken. */
  record CaptureApproved(String captureId) implements Outcome {}

  /** The money was not taken, and the same call will never take it. */
  record CaptureDenied(String reason) implements Outcome {}

  /** The money is on hold no more. */
  record VoidDone() implements Outcome {}

  /** The money was given back. */
  record RefundDone(String refundId) implements Outcome {}
}
