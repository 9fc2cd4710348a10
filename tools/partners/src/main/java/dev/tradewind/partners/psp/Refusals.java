package dev.tradewind.partners.psp;

import dev.tradewind.partners.http.Problem;

/** What the provider does not do, by where the authorization stands. */
final class Refusals {

  private Refusals() {}

  static void ofCapture(Authorization authorization, long amount) {
    switch (authorization.status()) {
      case APPROVED -> atMost(authorization.amount(), amount, "what was authorized");
      case DECLINED -> throw declined();
      case VOIDED -> throw Problem.of(409, "authorization-voided", "a voided authorization cannot be captured");
      case CAPTURED -> throw Problem.of(409, "already-captured", "an authorization is captured once");
    }
  }

  static void ofVoid(Authorization authorization) {
    switch (authorization.status()) {
      case APPROVED -> { }
      case DECLINED -> throw declined();
      case VOIDED -> throw Problem.of(409, "already-voided", "the authorization was voided before, under another key");
      case CAPTURED -> throw Problem.of(409, "authorization-captured", "a captured authorization cannot be voided: refund its capture");
    }
  }

  static void ofRefund(Authorization authorization, long amount) {
    atMost(authorization.captured() - authorization.refunded(), amount, "what was captured and not refunded yet");
  }

  private static Problem declined() {
    return Problem.of(409, "authorization-declined", "a declined authorization holds no money");
  }

  private static void atMost(long limit, long amount, String what) {
    if (amount > limit) {
      throw Problem.inField(422, "amount-too-large", "amount", "must be at most %d: %s".formatted(limit, what));
    }
  }
}
