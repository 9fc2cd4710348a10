package dev.tradewind.payments.domain;

/**
 * The two ways to ask that an order costs nothing. What is done depends on how far the payment has come, not on which was asked:
 * money on hold is let go, money taken is given back. They differ in the answer.
 */
public enum Undo {
  /** Answered when no money is on hold, or taken, any more. */
  VOID,
  /** Answered with how much had been taken and was given back. */
  REFUND
}
