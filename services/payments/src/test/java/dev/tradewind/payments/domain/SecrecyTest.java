package dev.tradewind.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.Money;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.payments.domain.PaymentEvent.AuthorizationRequested;
import dev.tradewind.payments.domain.PaymentEvent.Authorized;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The card's token is kept where the call needs it and printed nowhere. */
class SecrecyTest {

  private static final MethodToken CARD = new MethodToken("tok_secret");
  private static final Charge CHARGE = new Charge("o-1", new Money(100, "EUR"));
  private static final AuthorizationRequested INTENT = new AuthorizationRequested(CHARGE, CARD);

  static Stream<Object> everythingThatHoldsTheToken() {
    var call = new ProviderCall.Authorize(CHARGE, CARD);
    var authorizing = Payment.NONE.after(INTENT);
    return Stream.of(
        CARD,
        new PaymentCommand.Authorize("o-1", CHARGE.amount(), CARD),
        INTENT,
        call,
        new ProviderCall.Unresolved(call),
        authorizing,
        authorizing.funds(),
        new PaymentDecider().decide(Payment.NONE, new PaymentCommand.Authorize("o-1", CHARGE.amount(), CARD), Instant.EPOCH));
  }

  @ParameterizedTest
  @MethodSource("everythingThatHoldsTheToken")
  void whatever_holds_the_token_hides_it_when_printed(Object holder) {
    assertThat(holder.toString()).contains("***").doesNotContain("tok_secret");
  }

  @Test
  void the_intent_keeps_the_token_in_the_journal_and_the_outcome_does_not() {
    var codec = new JsonCodec(Contracts.TYPES.and(PaymentEvent.RECORDS));

    assertThat(codec.readEvents(codec.writeEvents(List.of(INTENT)), PaymentEvent.class)).containsExactly(INTENT);
    assertThat(Payment.NONE.after(INTENT).after(new Authorized("auth-1")).toString()).doesNotContain("***");
  }
}
