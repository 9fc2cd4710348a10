package dev.tradewind.inventory.domain;

import dev.tradewind.core.Cause;
import dev.tradewind.core.Message;
import dev.tradewind.inventory.domain.Token.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a message means for the token of its order. Pure. */
public sealed interface TokenDecision {

  /** Nothing changes; this is told, if anything. */
  record Keep(Optional<Message> answer) implements TokenDecision {}

  /**
   * The token changes.
   *
   * @param next the token afterwards
   * @param givenBack units that become available again
   */
  record Replace(Token next, List<Allocation> givenBack) implements TokenDecision {}

  /** ReleaseStock: what is set aside or sold comes back, and nothing will be set aside any more. */
  static TokenDecision release(Optional<Token> token, String orderId, Cause cause, Instant at) {
    return token.<TokenDecision>map(found -> switch (found.state()) {
      case RESERVED, SOLD -> new Replace(found.changed(State.RELEASED, cause, at), found.allocations());
      case REJECTED, RELEASED -> new Keep(found.answerToRelease());
    }).orElseGet(() -> new Replace(Token.tombstone(orderId, cause, at), List.of()));
  }

  /** OrderConfirmed: what is set aside has left the stock. A token that is in another state, or missing, stays as it is. */
  static TokenDecision sell(Optional<Token> token, Cause cause, Instant at) {
    return token
        .filter(found -> found.state() == State.RESERVED)
        .<TokenDecision>map(found -> new Replace(found.changed(State.SOLD, cause, at), List.of()))
        .orElseGet(() -> new Keep(token.flatMap(Token::answerToConfirm)));
  }
}
