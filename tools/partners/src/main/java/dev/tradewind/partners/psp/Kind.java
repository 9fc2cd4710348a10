package dev.tradewind.partners.psp;

import java.util.Locale;

/** What an operation came to, and the words that say so. */
enum Kind {
  AUTHORIZED(Step.AUTHORIZATION, "approved"),
  DECLINED(Step.AUTHORIZATION, "declined"),
  CAPTURED(Step.CAPTURE, "captured"),
  CAPTURE_DECLINED(Step.CAPTURE, "declined"),
  VOIDED(Step.VOID, "voided"),
  REFUNDED(Step.REFUND, "refunded");

  private final Step step;
  private final String status;

  Kind(Step step, String status) {
    this.step = step;
    this.status = status;
  }

  Step step() {
    return step;
  }

  /** The word the client is told. */
  String status() {
    return status;
  }

  boolean declined() {
    return this == DECLINED || this == CAPTURE_DECLINED;
  }

  static Kind of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
