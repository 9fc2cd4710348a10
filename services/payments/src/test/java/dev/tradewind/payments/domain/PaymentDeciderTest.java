package dev.tradewind.payments.domain;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.payments.CaptureDeclined;
import dev.tradewind.contracts.payments.PaymentAuthorized;
import dev.tradewind.contracts.payments.PaymentCaptured;
import dev.tradewind.contracts.payments.PaymentDeclined;
import dev.tradewind.contracts.payments.PaymentRefunded;
import dev.tradewind.contracts.payments.PaymentVoided;
import dev.tradewind.core.Event;
import dev.tradewind.payments.domain.PaymentCommand.AuthorizationApproved;
import dev.tradewind.payments.domain.PaymentCommand.AuthorizationDenied;
import dev.tradewind.payments.domain.PaymentCommand.Authorize;
import dev.tradewind.payments.domain.PaymentCommand.Capture;
import dev.tradewind.payments.domain.PaymentCommand.CaptureApproved;
import dev.tradewind.payments.domain.PaymentCommand.CaptureDenied;
import dev.tradewind.payments.domain.PaymentCommand.RefundDone;
import dev.tradewind.payments.domain.PaymentCommand.Reverse;
import dev.tradewind.payments.domain.PaymentCommand.VoidDone;
import dev.tradewind.payments.domain.PaymentEvent.AuthorizationRequested;
import dev.tradewind.payments.domain.PaymentEvent.Authorized;
import dev.tradewind.payments.domain.PaymentEvent.CaptureRefused;
import dev.tradewind.payments.domain.PaymentEvent.CaptureRequested;
import dev.tradewind.payments.domain.PaymentEvent.Captured;
import dev.tradewind.payments.domain.PaymentEvent.Declined;
import dev.tradewind.payments.domain.PaymentEvent.Refunded;
import dev.tradewind.payments.domain.PaymentEvent.UndoRequested;
import dev.tradewind.payments.domain.PaymentEvent.Voided;
import dev.tradewind.payments.domain.ProviderCall.Unresolved;
import dev.tradewind.testkit.DeciderSpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentDeciderTest {

  private static final Money PRICE = new Money(4_200, "EUR");
  private static final Money NOTHING = new Money(0, "EUR");
  private static final MethodToken CARD = new MethodToken("tok_approved");
  private static final Charge CHARGE = new Charge("o-1", PRICE);

  private static final Authorize AUTHORIZE = new Authorize("o-1", PRICE, CARD);
  private static final Capture CAPTURE = new Capture("o-1");
  private static final Reverse VOID = new Reverse("o-1", Undo.VOID);
  private static final Reverse REFUND = new Reverse("o-1", Undo.REFUND);

  private static final AuthorizationRequested ASKED_TO_HOLD = new AuthorizationRequested(CHARGE, CARD);
  private static final Authorized HELD = new Authorized("auth-1");
  private static final CaptureRequested ASKED_TO_TAKE = new CaptureRequested();
  private static final Captured TAKEN = new Captured("cap-1");
  private static final UndoRequested WANTS_VOID = new UndoRequested(Undo.VOID);
  private static final UndoRequested WANTS_REFUND = new UndoRequested(Undo.REFUND);

  private static final ProviderCall HOLD_IT = new ProviderCall.Authorize(CHARGE, CARD);
  private static final ProviderCall TAKE_IT = new ProviderCall.Capture(CHARGE, "auth-1");
  private static final ProviderCall LET_IT_GO = new ProviderCall.Void(CHARGE, "auth-1");
  private static final ProviderCall GIVE_IT_BACK = new ProviderCall.Refund(CHARGE, "cap-1");

  private static DeciderSpec<Payment, PaymentCommand, PaymentEvent> given(PaymentEvent... events) {
    return DeciderSpec.of(new PaymentDecider()).given(events);
  }

  @Nested
  class When_nobody_has_asked_for_money {

    @Test
    void an_authorization_is_committed_as_an_intent_before_the_provider_is_called() {
      given().when(AUTHORIZE).thenEvents(ASKED_TO_HOLD).thenMessages().thenCalls(HOLD_IT);
    }

    @Test
    void a_void_leaves_a_tombstone_and_calls_nobody() {
      given().when(VOID).thenEvents(WANTS_VOID).thenMessages(new PaymentVoided("o-1")).thenCallsNothing();
    }

    @Test
    void a_refund_leaves_a_tombstone_and_says_that_nothing_in_no_currency_was_given_back() {
      given().when(REFUND).thenEvents(WANTS_REFUND).thenMessages(new PaymentRefunded("o-1", new Money(0, "XXX"))).thenCallsNothing();
    }

    @Test
    void a_capture_is_refused_for_good() {
      given().when(CAPTURE).thenEvents(new CaptureRefused("nothing-on-hold")).thenMessages(new CaptureDeclined("o-1", "nothing-on-hold"))
          .when(CAPTURE).thenRepeats(CaptureDeclined.class);
    }
  }

  @Nested
  class While_the_outcome_of_an_authorization_is_unknown {

    private final DeciderSpec<Payment, PaymentCommand, PaymentEvent> authorizing = given(ASKED_TO_HOLD);

    @Test
    void an_approval_is_committed_and_told() {
      authorizing.when(new AuthorizationApproved("auth-1")).thenEvents(HELD).thenMessages(new PaymentAuthorized("o-1", PRICE)).thenCallsNothing();
    }

    @Test
    void a_decline_is_committed_and_told_with_its_reason() {
      authorizing.when(new AuthorizationDenied("card_declined"))
          .thenEvents(new Declined("card_declined")).thenMessages(new PaymentDeclined("o-1", "card_declined")).thenCallsNothing();
    }

    @Test
    void the_same_question_from_another_message_asks_the_provider_and_commits_nothing() {
      authorizing.when(AUTHORIZE).thenAsks(HOLD_IT);
    }

    @ParameterizedTest
    @EnumSource
    void an_undo_is_committed_as_a_wish_and_then_finds_out_about_the_open_call_before_anything_else(Undo undo) {
      authorizing.when(new Reverse("o-1", undo)).thenEvents(new UndoRequested(undo)).thenMessages().thenCalls(new Unresolved(HOLD_IT));
    }

    @Test
    void a_capture_is_refused_and_the_authorization_goes_on() {
      authorizing.when(CAPTURE).thenEvents(new CaptureRefused("nothing-on-hold")).thenMessages(new CaptureDeclined("o-1", "nothing-on-hold"))
          .when(new AuthorizationApproved("auth-1")).thenMessages(new PaymentAuthorized("o-1", PRICE));
    }
  }

  @Nested
  class While_an_undo_waits_for_the_outcome_of_an_authorization {

    private final DeciderSpec<Payment, PaymentCommand, PaymentEvent> wished = given(ASKED_TO_HOLD, WANTS_VOID);

    @Test
    void an_approval_leads_straight_to_the_void_and_is_not_told() {
      wished.when(new AuthorizationApproved("auth-1")).thenEvents(HELD).thenMessages().thenCalls(LET_IT_GO);
    }

    @Test
    void a_decline_leaves_nothing_to_undo_and_the_undo_is_answered() {
      wished.when(new AuthorizationDenied("card_declined"))
          .thenEvents(new Declined("card_declined")).thenMessages(new PaymentVoided("o-1")).thenCallsNothing();
    }

    @Test
    void the_undo_asked_again_drives_the_open_call_on() {
      wished.when(VOID).thenAsks(HOLD_IT);
    }

    @Test
    void the_authorization_asked_again_drives_the_open_call_on() {
      wished.when(AUTHORIZE).thenAsks(HOLD_IT);
    }

    @Test
    void the_other_undo_is_noted_too_and_both_are_answered_at_the_end() {
      wished.when(REFUND).thenEvents(WANTS_REFUND).thenMessages().thenCalls(new Unresolved(HOLD_IT))
          .when(new AuthorizationApproved("auth-1")).thenCalls(LET_IT_GO)
          .when(new VoidDone()).thenEvents(new Voided()).thenMessages(new PaymentVoided("o-1"), new PaymentRefunded("o-1", NOTHING));
    }

    @Test
    void a_capture_is_told_that_it_is_too_late() {
      wished.when(CAPTURE).thenEvents(new CaptureRefused("voided")).thenMessages(new CaptureDeclined("o-1", "voided")).thenCallsNothing();
    }
  }

  @Nested
  class When_money_is_on_hold {

    private final DeciderSpec<Payment, PaymentCommand, PaymentEvent> held = given(ASKED_TO_HOLD, HELD);

    @Test
    void a_capture_is_committed_as_an_intent_before_the_provider_is_called() {
      held.when(CAPTURE).thenEvents(ASKED_TO_TAKE).thenMessages().thenCalls(TAKE_IT);
    }

    @ParameterizedTest
    @EnumSource
    void an_undo_lets_it_go(Undo undo) {
      held.when(new Reverse("o-1", undo)).thenEvents(new UndoRequested(undo)).thenMessages().thenCalls(LET_IT_GO);
    }

    @Test
    void the_authorization_asked_again_is_answered_again() {
      held.when(AUTHORIZE).thenRepeats(PaymentAuthorized.class);
    }

    @Test
    void a_second_outcome_of_the_authorization_changes_nothing_and_repeats_the_answer() {
      held.when(new AuthorizationApproved("auth-1")).thenRepeats(PaymentAuthorized.class);
    }
  }

  @Nested
  class When_the_authorization_was_declined {

    private final DeciderSpec<Payment, PaymentCommand, PaymentEvent> declined = given(ASKED_TO_HOLD, new Declined("card_declined"));

    @Test
    void the_same_question_gets_the_same_answer() {
      declined.when(AUTHORIZE).thenRepeats(PaymentDeclined.class);
    }

    @Test
    void a_second_outcome_changes_nothing_and_repeats_the_answer() {
      declined.when(new AuthorizationDenied("card_declined")).thenRepeats(PaymentDeclined.class);
    }

    @Test
    void a_void_is_answered_without_a_call() {
      declined.when(VOID).thenEvents(WANTS_VOID).thenMessages(new PaymentVoided("o-1")).thenCallsNothing();
    }

    @Test
    void a_refund_is_answered_with_nothing_and_without_a_call() {
      declined.when(REFUND).thenEvents(WANTS_REFUND).thenMessages(new PaymentRefunded("o-1", NOTHING)).thenCallsNothing();
    }

    @Test
    void a_capture_is_refused() {
      declined.when(CAPTURE).thenEvents(new CaptureRefused("nothing-on-hold")).thenMessages(new CaptureDeclined("o-1", "nothing-on-hold"));
    }
  }

  @Nested
  class While_the_outcome_of_a_capture_is_unknown {

    private final DeciderSpec<Payment, PaymentCommand, PaymentEvent> capturing = given(ASKED_TO_HOLD, HELD, ASKED_TO_TAKE);

    @Test
    void its_success_is_committed_and_told() {
      capturing.when(new CaptureApproved("cap-1")).thenEvents(TAKEN).thenMessages(new PaymentCaptured("o-1", PRICE)).thenCallsNothing();
    }

    @Test
    void its_refusal_is_committed_and_told_and_the_money_stays_on_hold() {
      capturing.when(new CaptureDenied("card_declined"))
          .thenEvents(new CaptureRefused("card_declined")).thenMessages(new CaptureDeclined("o-1", "card_declined")).thenCallsNothing()
          .thenState("held", payment -> payment.funds().equals(new Funds.Held(CHARGE, "auth-1")));
    }

    @Test
    void the_same_question_from_another_message_asks_the_provider_and_commits_nothing() {
      capturing.when(CAPTURE).thenAsks(TAKE_IT);
    }

    @Test
    void the_authorization_asked_again_is_answered_again() {
      capturing.when(AUTHORIZE).thenRepeats(PaymentAuthorized.class);
    }

    @ParameterizedTest
    @EnumSource
    void an_undo_is_committed_as_a_wish_and_then_finds_out_about_the_open_call(Undo undo) {
      capturing.when(new Reverse("o-1", undo)).thenEvents(new UndoRequested(undo)).thenMessages().thenCalls(new Unresolved(TAKE_IT));
    }
  }

  @Nested
  class While_an_undo_waits_for_the_outcome_of_a_capture {

    private final DeciderSpec<Payment, PaymentCommand, PaymentEvent> wished = given(ASKED_TO_HOLD, HELD, ASKED_TO_TAKE, WANTS_REFUND);

    @Test
    void what_was_taken_is_given_back_and_the_capture_is_not_told() {
      wished.when(new CaptureApproved("cap-1")).thenEvents(TAKEN).thenMessages().thenCalls(GIVE_IT_BACK)
          .when(new RefundDone("ref-1")).thenEvents(new Refunded("ref-1")).thenMessages(new PaymentRefunded("o-1", PRICE));
    }

    @Test
    void what_was_not_taken_is_let_go_and_nothing_was_given_back() {
      wished.when(new CaptureDenied("card_declined")).thenEvents(new CaptureRefused("card_declined")).thenMessages().thenCalls(LET_IT_GO)
          .when(new VoidDone()).thenEvents(new Voided()).thenMessages(new PaymentRefunded("o-1", NOTHING));
    }

    @Test
    void the_capture_asked_again_drives_the_open_call_on() {
      wished.when(CAPTURE).thenAsks(TAKE_IT);
    }
  }

  @Nested
  class When_money_was_taken {

    private final DeciderSpec<Payment, PaymentCommand, PaymentEvent> taken = given(ASKED_TO_HOLD, HELD, ASKED_TO_TAKE, TAKEN);

    @Test
    void the_same_question_gets_the_same_answer() {
      taken.when(CAPTURE).thenRepeats(PaymentCaptured.class);
    }

    @Test
    void a_second_outcome_changes_nothing_and_repeats_the_answer() {
      taken.when(new CaptureApproved("cap-1")).thenRepeats(PaymentCaptured.class);
    }

    @Test
    void a_refund_gives_it_back() {
      taken.when(REFUND).thenEvents(WANTS_REFUND).thenMessages().thenCalls(GIVE_IT_BACK)
          .when(new RefundDone("ref-1")).thenEvents(new Refunded("ref-1")).thenMessages(new PaymentRefunded("o-1", PRICE)).thenCallsNothing();
    }

    @Test
    void a_void_gives_it_back_too_because_a_void_means_that_the_order_costs_nothing() {
      taken.when(VOID).thenEvents(WANTS_VOID).thenCalls(GIVE_IT_BACK)
          .when(new RefundDone("ref-1")).thenEvents(new Refunded("ref-1")).thenMessages(new PaymentVoided("o-1"));
    }
  }

  @Nested
  class When_a_capture_was_refused {

    private final DeciderSpec<Payment, PaymentCommand, PaymentEvent> refused =
        given(ASKED_TO_HOLD, HELD, ASKED_TO_TAKE, new CaptureRefused("card_declined"));

    @Test
    void it_stays_refused_and_is_not_tried_again() {
      refused.when(CAPTURE).thenRepeats(CaptureDeclined.class);
    }

    @Test
    void a_second_outcome_changes_nothing_and_repeats_the_answer() {
      refused.when(new CaptureDenied("card_declined")).thenRepeats(CaptureDeclined.class);
    }

    @Test
    void what_is_still_on_hold_can_be_let_go() {
      refused.when(VOID).thenEvents(WANTS_VOID).thenCalls(LET_IT_GO);
    }
  }

  @Nested
  class While_an_undo_is_under_way {

    private final DeciderSpec<Payment, PaymentCommand, PaymentEvent> voiding = given(ASKED_TO_HOLD, HELD, WANTS_VOID);
    private final DeciderSpec<Payment, PaymentCommand, PaymentEvent> refunding = given(ASKED_TO_HOLD, HELD, ASKED_TO_TAKE, TAKEN, WANTS_REFUND);

    @Test
    void asked_again_it_drives_the_open_call_on() {
      voiding.when(VOID).thenAsks(LET_IT_GO);
      refunding.when(REFUND).thenAsks(GIVE_IT_BACK);
    }

    @Test
    void the_other_undo_is_noted_and_finds_out_about_the_open_call() {
      voiding.when(REFUND).thenEvents(WANTS_REFUND).thenCalls(new Unresolved(LET_IT_GO));
      refunding.when(VOID).thenEvents(WANTS_VOID).thenCalls(new Unresolved(GIVE_IT_BACK));
    }

    @Test
    void a_late_outcome_of_an_earlier_call_drives_the_open_call_on() {
      voiding.when(new AuthorizationApproved("auth-1")).thenAsks(LET_IT_GO);
      refunding.when(new CaptureApproved("cap-1")).thenAsks(GIVE_IT_BACK);
    }

    @Test
    void an_authorization_asked_for_again_is_answered_as_it_was() {
      voiding.when(AUTHORIZE).thenRepeats(PaymentAuthorized.class);
    }

    @Test
    void a_late_capture_is_declined_and_the_undo_goes_on() {
      voiding.when(CAPTURE).thenEvents(new CaptureRefused("voided")).thenMessages(new CaptureDeclined("o-1", "voided"))
          .thenState("still voiding", payment -> payment.nextCall().orElseThrow().equals(LET_IT_GO));
    }
  }

  @Nested
  class When_everything_was_undone {

    private final DeciderSpec<Payment, PaymentCommand, PaymentEvent> tombstone = given(WANTS_VOID);
    private final DeciderSpec<Payment, PaymentCommand, PaymentEvent> voided = given(ASKED_TO_HOLD, HELD, WANTS_VOID, new Voided());
    private final DeciderSpec<Payment, PaymentCommand, PaymentEvent> refunded =
        given(ASKED_TO_HOLD, HELD, ASKED_TO_TAKE, TAKEN, WANTS_REFUND, new Refunded("ref-1"));

    @Test
    void a_late_authorization_fails_on_the_tombstone_once_and_for_ever() {
      tombstone.when(AUTHORIZE).thenEvents(new Declined("voided")).thenMessages(new PaymentDeclined("o-1", "voided")).thenCallsNothing()
          .when(AUTHORIZE).thenRepeats(PaymentDeclined.class);
    }

    @Test
    void a_late_capture_is_declined_once_and_for_ever() {
      voided.when(CAPTURE).thenEvents(new CaptureRefused("voided")).thenMessages(new CaptureDeclined("o-1", "voided")).thenCallsNothing()
          .when(CAPTURE).thenRepeats(CaptureDeclined.class);
    }

    @Test
    void what_was_asked_for_and_answered_before_is_answered_alike() {
      voided.when(AUTHORIZE).thenRepeats(PaymentAuthorized.class);
      refunded.when(AUTHORIZE).thenRepeats(PaymentAuthorized.class);
      refunded.when(CAPTURE).thenRepeats(PaymentCaptured.class);
    }

    @Test
    void the_same_undo_gets_the_same_answer() {
      tombstone.when(VOID).thenRepeats(PaymentVoided.class);
      voided.when(VOID).thenRepeats(PaymentVoided.class);
      refunded.when(REFUND).thenRepeats(PaymentRefunded.class);
    }

    @Test
    void the_other_undo_gets_its_own_answer_without_a_call() {
      tombstone.when(REFUND).thenEvents(WANTS_REFUND).thenMessages(new PaymentRefunded("o-1", new Money(0, "XXX"))).thenCallsNothing();
      voided.when(REFUND).thenEvents(WANTS_REFUND).thenMessages(new PaymentRefunded("o-1", NOTHING)).thenCallsNothing();
      refunded.when(VOID).thenEvents(WANTS_VOID).thenMessages(new PaymentVoided("o-1")).thenCallsNothing();
    }

    @Test
    void a_second_outcome_of_the_undo_changes_nothing_and_repeats_what_was_said() {
      voided.when(new VoidDone()).thenRepeats(Event.class);
      refunded.when(new RefundDone("ref-1")).thenRepeats(Event.class);
    }
  }

  @Test
  void outcomes_of_calls_nobody_made_change_nothing() {
    for (var outcome : new PaymentCommand[] {
        new AuthorizationApproved("a"), new AuthorizationDenied("r"), new CaptureApproved("c"), new CaptureDenied("r"), new VoidDone(), new RefundDone("f")}) {
      given().when(outcome).thenState(payment -> payment.equals(Payment.NONE));
    }
  }
}
