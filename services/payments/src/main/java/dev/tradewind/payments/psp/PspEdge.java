package dev.tradewind.payments.psp;

import dev.tradewind.core.Call;
import dev.tradewind.core.Edge;
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
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Calls the provider. A call that was perhaps made is asked about first; when the provider knows nothing of it, making it under its
 * key settles it, also when the first request is still on its way.
 *
 * <p>It never tries again by itself: a failure brings the message back, and that is the one retry there is.
 */
@Singleton
public final class PspEdge implements Edge<PaymentCommand> {

  /** Problems by which the provider says that it will never do this. Any other means that we made a mistake, and a person must look. */
  private static final Set<String> NEVER = Set.of("unknown-method", "invalid-field", "amount-too-large", "authorization-voided");

  /** Somebody let go of the money at the provider's desk: that is what we wanted. */
  private static final String VOIDED_BEFORE = "already-voided";

  private final Psp psp;

  public PspEdge(@RestClient Psp psp) {
    this.psp = psp;
  }

  @Override
  public Uni<PaymentCommand> perform(Call call, boolean perhapsDone) {
    return switch ((ProviderCall) call) {
      case Unresolved(var open) -> perform(open, true);
      case ProviderCall made -> perhapsDone ? findOut(made) : make(made);
    };
  }

  private Uni<PaymentCommand> findOut(ProviderCall call) {
    return psp.operation(call.key())
        .map(operation -> outcome(call, operation.answer()))
        .onFailure(PspEdge::isUnknown).recoverWithUni(() -> make(call));
  }

  private Uni<PaymentCommand> make(ProviderCall call) {
    var answer = switch (call) {
      case Authorize(var charge, var method) -> psp.authorize(call.key(), new Psp.Authorization(
          charge.orderId(), charge.amount().amount(), charge.amount().currency(), method.value()));
      case Capture(var charge, var authorization) -> psp.capture(call.key(), authorization, new Psp.Amount(charge.amount().amount()));
      case Void(var charge, var authorization) -> psp.release(call.key(), authorization);
      case Refund(var charge, var capture) -> psp.refund(call.key(), capture, new Psp.Amount(charge.amount().amount()));
      case Unresolved(var open) -> throw new IllegalArgumentException("an unresolved call is not made again, it is found out about");
    };
    return answer.map(given -> outcome(call, given)).onFailure(PspRefusal.class).recoverWithUni(refusal -> refused(call, (PspRefusal) refusal));
  }

  private static PaymentCommand outcome(ProviderCall call, Psp.Answer answer) {
    return switch (call) {
      case Authorize made when is(answer, "approved") -> new AuthorizationApproved(answer.id().orElseThrow());
      case Authorize made when is(answer, "declined") -> new AuthorizationDenied(answer.reason().orElse("declined"));
      case Capture made when is(answer, "captured") -> new CaptureApproved(answer.id().orElseThrow());
      case Capture made when is(answer, "declined") -> new CaptureDenied(answer.reason().orElse("declined"));
      case Void made when is(answer, "voided") -> new VoidDone();
      case Refund made when is(answer, "refunded") -> new RefundDone(answer.id().orElseThrow());
      case ProviderCall made -> throw new IllegalStateException(
          "the provider answered %s with status '%s', which means nothing here; look up the key in its books".formatted(made.key(), answer.status()));
    };
  }

  private static Uni<PaymentCommand> refused(ProviderCall call, PspRefusal refusal) {
    return switch (call) {
      case Authorize made when NEVER.contains(refusal.problem()) -> Uni.createFrom().item(new AuthorizationDenied(refusal.problem()));
      case Capture made when NEVER.contains(refusal.problem()) -> Uni.createFrom().item(new CaptureDenied(refusal.problem()));
      case Void made when refusal.problem().equals(VOIDED_BEFORE) -> Uni.createFrom().item(new VoidDone());
      case ProviderCall made -> Uni.createFrom().failure(refusal);
    };
  }

  private static boolean is(Psp.Answer answer, String status) {
    return status.equals(answer.status());
  }

  private static boolean isUnknown(Throwable failure) {
    return failure instanceof PspRefusal refusal && refusal.problem().equals(PspRefusal.UNKNOWN_OPERATION);
  }
}
