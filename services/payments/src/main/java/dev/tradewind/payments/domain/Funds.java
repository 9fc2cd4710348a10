package dev.tradewind.payments.domain;

/** Where the customer's money is, as far as we know. */
public sealed interface Funds {

  /** Nobody asked for any. */
  record None() implements Funds {}

  /** Somebody asked: it is known what is to be paid, and for which order. */
  sealed interface Owed extends Funds {
    Charge charge();
  }

  /** The provider was to put it on hold, and what came of that is not known. */
  record Authorizing(Charge charge, MethodToken method) implements Owed {}

  /** The provider did not put it on hold and will not. */
  record NotHeld(Charge charge, String reason) implements Owed {}

  /** On hold. */
  record Held(Charge charge, String authorizationId) implements Owed {}

  /** The provider was to take it, and what came of that is not known. */
  record Capturing(Charge charge, String authorizationId) implements Owed {}

  /** Taken. */
  record Taken(Charge charge, String authorizationId, String captureId) implements Owed {}

  /** No longer on hold. */
  record LetGo(Charge charge, String authorizationId) implements Owed {}

  /** Taken and given back. */
  record GivenBack(Charge charge, String authorizationId, String captureId, String refundId) implements Owed {}
}
