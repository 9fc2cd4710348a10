package dev.tradewind.simulator.world;

import dev.tradewind.checker.LedgerEntry;
import dev.tradewind.payments.psp.Psp;
import dev.tradewind.payments.psp.PspRefusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The payment provider: what was done under a key it does not do again, and answers alike for ever. It holds, takes, lets go of and gives
 * back money as card schemes do, and writes down each.
 */
public final class Provider {

  static final String APPROVED = "tok_approved";
  static final String DECLINED = "tok_declined";
  static final String CAPTURE_DECLINED = "tok_capture_declined";

  private enum Status { APPROVED, DECLINED, VOIDED, CAPTURED }

  private static final class Authorization {
    private final Psp.Authorization asked;
    private Status status;
    private long captured;
    private long refunded;

    Authorization(Psp.Authorization asked, Status status) {
      this.asked = asked;
      this.status = status;
    }

    Authorization copy() {
      var copy = new Authorization(asked, status);
      copy.captured = captured;
      copy.refunded = refunded;
      return copy;
    }
  }

  private record Done(Object request, Psp.Answer answer) {}

  private final Map<String, Done> byKey = new HashMap<>();
  private final Map<String, Authorization> authorizations = new HashMap<>();
  private final Map<String, Authorization> captures = new HashMap<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();

  /** The same, to be changed by itself. */
  public Provider copy() {
    var copy = new Provider();
    copy.byKey.putAll(byKey);
    copy.ledger.addAll(ledger);
    var copies = new IdentityHashMap<Authorization, Authorization>();
    authorizations.forEach((id, one) -> copy.authorizations.put(id, copies.computeIfAbsent(one, Authorization::copy)));
    captures.forEach((id, one) -> copy.captures.put(id, copies.computeIfAbsent(one, Authorization::copy)));
    return copy;
  }

  public Psp.Answer authorize(String key, Psp.Authorization asked) {
    return once(key, asked, () -> switch (asked.method()) {
      case APPROVED, CAPTURE_DECLINED -> {
        authorizations.put("auth_" + key, new Authorization(asked, Status.APPROVED));
        enter(asked.reference(), LedgerEntry.Kind.AUTHORIZED, asked.amount());
        yield answer("auth_" + key, "approved");
      }
      case DECLINED -> {
        authorizations.put("auth_" + key, new Authorization(asked, Status.DECLINED));
        yield new Psp.Answer(Optional.of("auth_" + key), "declined", Optional.of("card_declined"));
      }
      default -> throw new PspRefusal(422, "unknown-method");
    });
  }

  public Psp.Answer capture(String key, String id, Psp.Amount amount) {
    return once(key, List.of(id, amount), () -> {
      var authorization = authorization(id);
      switch (authorization.status) {
        case APPROVED -> require(amount.amount() <= authorization.asked.amount(), 422, "amount-too-large");
        case DECLINED -> throw new PspRefusal(409, "authorization-declined");
        case VOIDED -> throw new PspRefusal(409, "authorization-voided");
        case CAPTURED -> throw new PspRefusal(409, "already-captured");
      }
      if (authorization.asked.method().equals(CAPTURE_DECLINED)) {
        return new Psp.Answer(Optional.empty(), "declined", Optional.of("card_declined"));
      }
      authorization.status = Status.CAPTURED;
      authorization.captured = amount.amount();
      captures.put("cap_" + key, authorization);
      enter(authorization.asked.reference(), LedgerEntry.Kind.CAPTURED, amount.amount());
      return answer("cap_" + key, "captured");
    });
  }

  public Psp.Answer release(String key, String id) {
    return once(key, id, () -> {
      var authorization = authorization(id);
      switch (authorization.status) {
        case APPROVED -> authorization.status = Status.VOIDED;
        case DECLINED -> throw new PspRefusal(409, "authorization-declined");
        case VOIDED -> throw new PspRefusal(409, "already-voided");
        case CAPTURED -> throw new PspRefusal(409, "authorization-captured");
      }
      enter(authorization.asked.reference(), LedgerEntry.Kind.VOIDED, authorization.asked.amount());
      return new Psp.Answer(Optional.empty(), "voided", Optional.empty());
    });
  }

  public Psp.Answer refund(String key, String capture, Psp.Amount amount) {
    return once(key, List.of(capture, amount), () -> {
      var authorization = Optional.ofNullable(captures.get(capture)).orElseThrow(() -> new PspRefusal(404, "unknown-capture"));
      require(amount.amount() <= authorization.captured - authorization.refunded, 422, "amount-too-large");
      authorization.refunded += amount.amount();
      enter(authorization.asked.reference(), LedgerEntry.Kind.REFUNDED, amount.amount());
      return answer("ref_" + key, "refunded");
    });
  }

  public Psp.Operation operation(String key) {
    return new Psp.Operation(Optional.ofNullable(byKey.get(key)).orElseThrow(() -> new PspRefusal(404, "unknown-operation")).answer());
  }

  /** How many requests it remembers. */
  public int requests() {
    return byKey.size();
  }

  /** What it did, oldest first. */
  public List<LedgerEntry> ledger() {
    return ledger;
  }

  /** A refusal leaves nothing. */
  private Psp.Answer once(String key, Object request, Supplier<Psp.Answer> work) {
    var done = byKey.get(key);
    if (done == null) {
      done = new Done(request, work.get());
      byKey.put(key, done);
    }
    require(done.request().equals(request), 422, "key-reused");
    return done.answer();
  }

  private Authorization authorization(String id) {
    return Optional.ofNullable(authorizations.get(id)).orElseThrow(() -> new PspRefusal(404, "unknown-authorization"));
  }

  private void enter(String orderId, LedgerEntry.Kind kind, long amount) {
    ledger.add(new LedgerEntry(orderId, kind, amount));
  }

  private static Psp.Answer answer(String id, String status) {
    return new Psp.Answer(Optional.of(id), status, Optional.empty());
  }

  private static void require(boolean condition, int status, String problem) {
    if (!condition) {
      throw new PspRefusal(status, problem);
    }
  }
}
