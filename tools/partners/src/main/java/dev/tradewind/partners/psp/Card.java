package dev.tradewind.partners.psp;

import dev.tradewind.partners.faults.Behaviour;
import java.util.Optional;
import java.util.stream.Stream;

/** The test cards: each behaves plainly but for one step. */
enum Card {
  APPROVED("tok_approved", Step.AUTHORIZATION, Behaviour.PLAIN, ""),
  DECLINED("tok_declined", Step.AUTHORIZATION, Behaviour.DECLINE, "card_declined"),
  INSUFFICIENT_FUNDS("tok_insufficient_funds", Step.AUTHORIZATION, Behaviour.DECLINE, "insufficient_funds"),
  SLOW("tok_slow", Step.AUTHORIZATION, Behaviour.SLOW, ""),
  ERROR_500("tok_error_500", Step.AUTHORIZATION, Behaviour.FAIL_TWICE, ""),
  LOST_ANSWER("tok_lost_answer", Step.AUTHORIZATION, Behaviour.LOSE_ANSWER, ""),
  CAPTURE_LOST_ANSWER("tok_capture_lost_answer", Step.CAPTURE, Behaviour.LOSE_ANSWER, ""),
  CAPTURE_DECLINED("tok_capture_declined", Step.CAPTURE, Behaviour.DECLINE, "card_declined"),
  REFUND_ERROR("tok_refund_error", Step.REFUND, Behaviour.FAIL_TWICE, "");

  private final String token;
  private final Step step;
  private final Behaviour behaviour;
  private final String reason;

  Card(String token, Step step, Behaviour behaviour, String reason) {
    this.token = token;
    this.step = step;
    this.behaviour = behaviour;
    this.reason = reason;
  }

  /** The card behind a token; what follows a colon only makes the token unique. */
  static Optional<Card> of(String token) {
    var name = token.split(":", 2)[0];
    return Stream.of(values()).filter(card -> card.token.equals(name)).findFirst();
  }

  Behaviour at(Step asked) {
    return asked == step ? behaviour : Behaviour.PLAIN;
  }

  /** Why it declines, in the provider's word. */
  String reason() {
    return reason;
  }
}
