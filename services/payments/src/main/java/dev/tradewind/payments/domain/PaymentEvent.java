package dev.tradewind.payments.domain;

import dev.tradewind.core.Types;
import java.util.Collection;

/** What happened to a payment. */
public sealed interface PaymentEvent {

  /** Their names in the journal. */
  Collection<Types.Type> RECORDS = Types.records(
      "payments", AuthorizationRequested.class, Authorized.class, Declined.class, CaptureRequested.class, Captured.class,
      CaptureRefused.class, UndoRequested.class, Voided.class, Refunded.class);

  /** Intent: the provider is about to be asked to put the money on hold. */
  record AuthorizationRequested(Charge charge, MethodToken method) implements PaymentEvent {}

  /** Outcome: the money is on hold. */
  record Authorized(String authorizationId) implements PaymentEvent {}

  /** Outcome: no money is on hold; or, on a payment that was undone before, the answer to whoever asked too late. */
  record Declined(String reason) implements PaymentEvent {}

  /** Intent: the provider is about to be asked to take what is on hold. */
  record CaptureRequested() implements PaymentEvent {}

  /** Outcome: the money was taken. */
  record Captured(String captureId) implements PaymentEvent {}

  /** Outcome: the money was not taken and will not be; or the answer to whoever asked too early or too late. */
  record CaptureRefused(String reason) implements PaymentEvent {}

  /**
   * Intent: whatever is on hold or was taken goes back to the customer. On a payment that never began it is the tombstone on which a
   * late authorization fails.
   */
  record UndoRequested(Undo undo) implements PaymentEvent {}

  /** Outcome: nothing is on hold any more. */
  record Voided() implements PaymentEvent {}

  /** Outcome: what was taken was given back. */
  record Refunded(String refundId) implements PaymentEvent {}
}
