package dev.tradewind.payments.psp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tradewind.contracts.Money;
import dev.tradewind.payments.domain.Charge;
import dev.tradewind.payments.domain.MethodToken;
import dev.tradewind.payments.domain.PaymentCommand;
import dev.tradewind.payments.domain.PaymentCommand.AuthorizationApproved;
import dev.tradewind.payments.domain.PaymentCommand.AuthorizationDenied;
import dev.tradewind.payments.domain.PaymentCommand.CaptureApproved;
import dev.tradewind.payments.domain.PaymentCommand.CaptureDenied;
import dev.tradewind.payments.domain.PaymentCommand.RefundDone;
import dev.tradewind.payments.domain.PaymentCommand.VoidDone;
import dev.tradewind.payments.domain.ProviderCall;
import dev.tradewind.payments.domain.ProviderCall.Authorize;
import dev.tradewind.payments.domain.ProviderCall.Capture;
import dev.tradewind.payments.domain.ProviderCall.Refund;
import dev.tradewind.payments.domain.ProviderCall.Unresolved;
import dev.tradewind.payments.domain.ProviderCall.Void;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edge against the stand-in provider, over HTTP. */
@QuarkusTest
class PspEdgeTest {

  @Inject
  PspEdge edge;

  @Inject
  @RestClient
  Psp psp;

  @ConfigProperty(name = "tradewind.provider.url")
  String url;

  private final String orderId = UUID.randomUUID().toString();
  private final Charge charge = new Charge(orderId, new Money(4_200, "EUR"));
  private Books books;

  @BeforeEach
  void open() {
    books = new Books(url);
    // A cold start may take longer than the timeout, and what a test did to the breaker must not last.
    await().atMost(Duration.ofSeconds(60)).until(() -> psp.operation("nothing-was-done-under-this")
        .map(answer -> false).onFailure().recoverWithItem(PspRefusal.class::isInstance).await().atMost(Duration.ofSeconds(10)));
  }

  @AfterEach
  void end() {
    books.endOutage();
  }

  @Test
  void money_is_held_and_taken_and_given_back() {
    var held = (AuthorizationApproved) perform(authorize("tok_approved"), false);
    var taken = (CaptureApproved) perform(new Capture(charge, held.authorizationId()), false);

    assertThat(perform(new Refund(charge, taken.captureId()), false)).isInstanceOf(RefundDone.class);
    assertThat(books.summary(orderId).getInt("entries")).isEqualTo(3);
    assertThat(books.summary(orderId).getInt("net.'%s'.EUR".formatted(orderId))).isZero();
  }

  @Test
  void money_is_held_and_let_go() {
    var held = (AuthorizationApproved) perform(authorize("tok_approved"), false);

    assertThat(perform(new Void(charge, held.authorizationId()), false)).isEqualTo(new VoidDone());
    assertThat(books.count(orderId, "voided")).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tok_declined card_declined", "tok_insufficient_funds insufficient_funds", "tok_nonsense unknown-method"})
  void a_refused_authorization_is_an_outcome_with_its_reason(String tokenAndReason) {
    var words = tokenAndReason.split(" ");

    assertThat(perform(authorize(words[0]), false)).isEqualTo(new AuthorizationDenied(words[1]));
    assertThat(perform(authorize(words[0]), true)).isEqualTo(new AuthorizationDenied(words[1]));
  }

  @Test
  void a_refused_capture_is_an_outcome_with_its_reason() {
    var held = (AuthorizationApproved) perform(authorize("tok_capture_declined"), false);

    assertThat(perform(new Capture(charge, held.authorizationId()), false)).isEqualTo(new CaptureDenied("card_declined"));
  }

  @Test
  void a_capture_of_what_was_voided_by_hand_is_refused_for_good() {
    var held = (AuthorizationApproved) perform(authorize("tok_approved"), false);
    books.voidByHand(held.authorizationId());

    assertThat(perform(new Capture(charge, held.authorizationId()), false)).isEqualTo(new CaptureDenied("authorization-voided"));
  }

  @Test
  void a_void_of_what_was_voided_by_hand_has_what_it_wanted() {
    var held = (AuthorizationApproved) perform(authorize("tok_approved"), false);
    books.voidByHand(held.authorizationId());

    assertThat(perform(new Void(charge, held.authorizationId()), false)).isEqualTo(new VoidDone());
  }

  @Test
  void a_lost_answer_is_found_by_asking_and_nothing_is_charged_twice() {
    assertThatThrownBy(() -> perform(authorize("tok_lost_answer"), false)).isNotInstanceOf(PspRefusal.class);

    assertThat(perform(authorize("tok_lost_answer"), true)).isInstanceOf(AuthorizationApproved.class);
    assertThat(books.summary(orderId).getInt("entries")).isOne();
  }

  @Test
  void a_lost_answer_to_a_capture_is_found_by_asking() {
    var held = (AuthorizationApproved) perform(authorize("tok_capture_lost_answer"), false);
    var capture = new Capture(charge, held.authorizationId());
    assertThatThrownBy(() -> perform(capture, false)).isNotInstanceOf(PspRefusal.class);

    assertThat(perform(new Unresolved(capture), false)).isInstanceOf(CaptureApproved.class);
    assertThat(books.count(orderId, "captured")).isOne();
  }

  @Test
  void an_answer_that_takes_too_long_is_given_up_and_found_by_asking() {
    assertThatThrownBy(() -> perform(authorize("tok_slow"), false)).isInstanceOf(TimeoutException.class);

    assertThat(perform(authorize("tok_slow"), true)).isInstanceOf(AuthorizationApproved.class);
    assertThat(books.summary(orderId).getInt("entries")).isOne();
  }

  @Test
  void an_error_leaves_the_outcome_unknown_until_asking_and_making_it_again_settles_it() {
    assertThatThrownBy(() -> perform(authorize("tok_error_500"), false)).isNotInstanceOf(PspRefusal.class);
    assertThatThrownBy(() -> perform(authorize("tok_error_500"), true)).isNotInstanceOf(PspRefusal.class);

    assertThat(perform(authorize("tok_error_500"), true)).isInstanceOf(AuthorizationApproved.class);
    assertThat(books.summary(orderId).getInt("entries")).isOne();
  }

  @Test
  void asking_about_a_call_that_never_arrived_makes_it() {
    assertThat(perform(authorize("tok_approved"), true)).isInstanceOf(AuthorizationApproved.class);
    assertThat(books.count(orderId, "authorized")).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuse", "error", "hang", "lost"})
  void in_an_outage_the_outcome_is_unknown_and_after_it_asking_settles_it_once(String mode) {
    books.beginOutage(mode, 60);
    assertThatThrownBy(() -> perform(authorize("tok_approved"), false)).isNotInstanceOf(PspRefusal.class);
    books.endOutage();

    assertThat(perform(authorize("tok_approved"), true)).isInstanceOf(AuthorizationApproved.class);
    assertThat(books.summary(orderId).getInt("entries")).isOne();
  }

  @Test
  void a_key_used_for_something_else_is_our_mistake_and_no_outcome() {
    perform(authorize("tok_approved"), false);
    var other = new Authorize(new Charge(orderId, new Money(1, "EUR")), new MethodToken("tok_approved"));

    assertThatThrownBy(() -> perform(other, false)).isInstanceOf(PspRefusal.class).hasMessageContaining("422 key-reused");
  }

  private ProviderCall authorize(String token) {
    return new Authorize(charge, new MethodToken(token));
  }

  private PaymentCommand perform(ProviderCall call, boolean perhapsDone) {
    return edge.perform(call, perhapsDone).await().atMost(Duration.ofSeconds(10));
  }
}
