package dev.tradewind.payments.messaging;

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
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A provider in memory for one order: does each key once, keeps books, and minds what real providers refuse. */
final class BookkeepingProvider implements Edge<PaymentCommand> {

  private final Map<String, PaymentCommand> done = new HashMap<>();
  private final List<String> madeBlindly = new ArrayList<>();
  private int requests;
  private boolean held;
  private long taken;
  private long returned;

  @Override
  public Uni<PaymentCommand> perform(Call call, boolean perhapsDone) {
    return Uni.createFrom().item(() -> {
      var made = (ProviderCall) call;
      requests++;
      boolean asked = perhapsDone || made instanceof ProviderCall.Unresolved;
      if (!asked && done.containsKey(made.key())) {
        madeBlindly.add(made.key());
      }
      var plain = made instanceof ProviderCall.Unresolved(var open) ? open : made;
      return done.containsKey(plain.key()) ? done.get(plain.key()) : once(plain);
    });
  }

  /** Keys of calls that were made, and then made again without asking first. */
  List<String> madeBlindly() {
    return madeBlindly;
  }

  /** How often it was asked or told anything. */
  int requests() {
    return requests;
  }

  boolean holdsMoney() {
    return held;
  }

  long taken() {
    return taken;
  }

  /** What the customer is out of pocket. */
  long net() {
    return taken - returned;
  }

  @Override
  public String toString() {
    return "%s held=%s taken=%d returned=%d".formatted(new TreeMap<>(done), held, taken, returned);
  }

  private PaymentCommand once(ProviderCall call) {
    var outcome = execute(call);
    done.put(call.key(), outcome);
    return outcome;
  }

  private PaymentCommand execute(ProviderCall call) {
    return switch (call) {
      case ProviderCall.Authorize(var charge, var method) -> {
        held = !method.value().equals("tok_declined");
        yield held ? new AuthorizationApproved(method.value()) : new AuthorizationDenied("card_declined");
      }
      case ProviderCall.Capture(var charge, var authorization) -> {
        expect(held, "a capture of money that is not on hold");
        if (authorization.equals("tok_capture_declined")) {
          yield new CaptureDenied("card_declined");
        }
        held = false;
        taken += charge.amount().amount();
        yield new CaptureApproved("cap-1");
      }
      case ProviderCall.Void(var charge, var authorization) -> {
        expect(held, "a void of money that is not on hold");
        held = false;
        yield new VoidDone();
      }
      case ProviderCall.Refund(var charge, var capture) -> {
        expect(taken == charge.amount().amount() && returned == 0, "a refund of more than was taken");
        returned += charge.amount().amount();
        yield new RefundDone("ref-1");
      }
      case ProviderCall.Unresolved(var open) -> throw new AssertionError("an unresolved call is never made");
    };
  }

  private static void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError("the provider was asked for " + otherwise);
    }
  }
}
